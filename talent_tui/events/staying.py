"""Who gives up a post and stays with the firm."""

import re

from talent_tui.events.scene import Scene
from talent_tui.events.skeleton import PERSON
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_KEEPS_A_POST = {
    "zh": re.compile(
        r"(?:[,，;；][^,，。;；\ue000\ue001]{0,6}?|^后)(?:继续|仍将?|仍然|依旧|只|仅|将|转)?"
        r"(?:(?<=[续仍将然旧])(?:出任|担任|任|兼任|做|当|是|为)|(?<=[只仅])(?:担?任|留|保留|做|当)|留任|续任|保留|留在公司|转任|改任|转做|改做|专任)"
        r"[^,，。;；\ue000-\ue002]{0,6}?(?:董事|主席|顾问|CEO|总裁|总经理|首席|经理|负责人|团队|公司|席位|职|股东)"
        r"|[,，;；][^,，。;；\ue000-\ue002]{1,8}?(?:一职|职务|职位|头衔|席位)(?:则|暂时|暂|仍|还|先|继续)*(?:留着|留下|保留|不动|没动|不变|照旧|保住)"
        r"|[,，;；][^,，。;；\ue000]{0,4}?(?:留在|仍在|还在)(?:公司|集团|本行|董事会|董事局|管理层|\ue001)"
        r"|[,，;；](?:往后|今后|此后|以后|转而|改|专|只|专心|留下|留下来){1,2}(?:管|负责|做|搞|抓|带|主抓|主管|分管|专注)(?!生意|自己|起|别)"
    ),
    "en": re.compile(
        r"(?:[,;]|\b(?:but|and|though|while|although))\s(?:(?:he|she|though|but|and|while|who|will|would|is|was|to|also|did|has)\s)*"
        r"(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?(?:\son)?|continu(?:e|es|ed|ing)|keep(?:s|ing)?|kept|retain(?:s|ed|ing)?)\s"
        r"(?:(?:on|as|the|an?|his|her|its|to be|to serve|title of|role of|post of|non-executive|executive|serving)\s)*"
        r"(?:chair\w*|director|adviser|advisor|president|chief|board|seat|vice|honorary|head|CEO)"
    ),
}
"""辞去总经理,继续担任董事长; stepped down as chief executive but remains chairman: he has not left the firm."""


_ONLY_A_POST = re.compile(
    r"[^,，。;；、及和兼与职]{0,16}(?:法定代表人|法人代表|该等职[务位]|上述职[务位])"
    r"(?:[一的]?职[务位]?|一职)?了?\s?(?:[,，。;；]|$)"
)
"""退出A法定代表人职务: a post on paper, not the firm."""


_TO_A_LESSER_POST = re.compile(
    r"\s(?:to|into|onto)\s(?:(?:the|an?|his|her|their)\s)?(?:[a-z-]+\s){0,2}?(?:board|chair\w*|advis\w+|role|post|seat|director)\b"
)


def keeps_a_post(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody only gives up a post: it is one on paper, or the sentence says which other one he keeps."""
    if scene.language == "zh" and _ONLY_A_POST.match(scene.text, trigger.end):
        return True
    if not is_a(trigger.word, "gives_up_post"):
        return False
    rest = scene.text[trigger.end :]
    if scene.language == "en" and _TO_A_LESSER_POST.match(rest):
        # Steps back to the board: he stays in another post.
        return True
    keeps = _KEEPS_A_POST[scene.language].search(rest)
    # Quit A; …, in place of Y, who keeps his title: somebody else keeps one.
    return keeps is not None and PERSON not in rest[: keeps.start()]
