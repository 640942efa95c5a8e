"""What looks like an appointment and is none: nobody gets a post, or not now."""

import re

from talent_tui.events.appointees import AFTER_HIM
from talent_tui.events.posts import AS_BEFORE
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import DATE, PERSON
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.cues import cue

_SHARES = re.compile(
    r"(?:\ue000|[他她])?[^,，。\ue000\ue001]{0,10}(?:股|股票|期权|股权|薪酬|奖金|奖励)(?:\s?[,，。;；]|$)|"
    r"了?\s?(?:的\s?)?(?:约|近|逾|超过?|其|其中)?\d[\d.]*\s?[%％万亿]?[^,，。]{0,6}(?:股|份额)|了?[^,，。]{0,6}(?:股份|股权)"
)
"""从X手里接下6%的股份: a purchase, no post."""
_BLAME = re.compile(r"[^,，。;；\ue000-\ue005]{0,12}?(?:责任|压力|骂名|亏损|债务|恶果|质疑|风险)")
"""扛下业绩恶化的责任: no post."""
_LATEST_TO = re.compile(
    r"\s(?:the\s)?(?:latest|first|second|third|fourth|fifth|sixth|last|newest|only)\s[^,.;\ue000]{0,40}?\sto\s(?!head|lead|run|be\b|become|chair)"
)
_SOME_THING = re.compile(
    r"了?(?:一|两|三|几)?(?!位|名)[块个张台辆套件副顶双幅支只条把种杯](?![^,，。;；]{0,6}(?:人|总|长|官))"
)
_LONG_AGO = re.compile(r"早年|早期|早些年|年轻时|当年曾")
_HIS_SEAT = re.compile(rf"的是\s?{PERSON}的\s?(?:班|棒|位子|位置|缺)")
"""接的是X的班: X had it."""
_IS_NOW = re.compile(r"(?:如今|现在|目前|眼下|现时)[^,，。;；]{0,8}的是?$")
"""如今掌舵的是X: as it is, nothing that happened."""
_NOBODY_YET = re.compile(
    r"\b(?:an?|no|another)\s(?:[a-z-]+\s){0,3}(?:executive|officer|chief|chair(?:man|woman)?|president|director|head|boss"
    r"|successor|replacement|CEO|CFO|COO|CTO)\s(?:(?:will|would|is|was|has|had|should|could|might|may|to|be|been"
    r"|being|soon|later)\s){0,3}$"
)
"""He said that a permanent chief executive would be appointed: nobody is."""


def is_no_post(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether the words beside a trigger say that nobody gets a post: as before, asked for, of shares, of things."""
    if _blocked(scene, clause, trigger) or AS_BEFORE.search(scene.text, clause.start, trigger.start):
        return True
    cleft = _IT_IS.search(scene.text, clause.start, trigger.start) and _ENDS_CLEFT.match(scene.text, trigger.end)
    if _DESCRIBED.match(scene.text, trigger.end) and not cleft and not AFTER_HIM.match(scene.text, trigger.end):
        return True
    if (
        scene.language == "zh"
        and _IS_NOW.search(scene.text, clause.start, trigger.end + 2)
        and not scene.dates(0, clause.end)
    ):
        return True
    if scene.language == "en" and _LATEST_TO.match(scene.text, trigger.end):
        # Became the latest executive to leave.
        return True
    if scene.language == "zh" and (_SHARES.match(scene.text, trigger.end) or _HIS_SEAT.match(scene.text, trigger.end)):
        return True
    if trigger.word.startswith(("换成", "换为", "换上")) and _SOME_THING.match(scene.text, trigger.end):
        # 把倒计时牌摘下来,换成一块黑板.
        return True
    if trigger.word.startswith(("扛", "挑起")) and _BLAME.match(scene.text, trigger.end, clause.end):
        return True
    once = scene.text.startswith("过", trigger.end) or _LONG_AGO.search(scene.text, clause.start, trigger.start)
    if scene.language == "zh" and once and not scene.dates(clause.start, clause.end):
        # 早年就在A做过副行长: a line of his career without a day.
        return True
    return scene.language == "en" and _NOBODY_YET.search(scene.before(clause, trigger.start, 60)) is not None


_IT_IS = re.compile(rf"是\s?{DATE}\s?(?:才|刚|正式)?$")
_ENDS_CLEFT = re.compile(r"的\s?(?:[,，。;；]|$)")
"""总裁X是2020年12月上任的."""
_DESCRIBED = re.compile(r"的(?!是)")
"""接手的裴宁, 杰克主持的播客: the post only describes."""


def _blocked(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    if trigger.word == "牵头" and any(0 <= t.start - trigger.end <= 2 and "found" in t.frames for t in clause.triggers):
        # 牵头成立: a founding.
        return True
    if scene.language == "en" and re.match(r"\s*whom\b", scene.text[clause.start : trigger.start]):
        return True
    before = scene.before(clause, trigger.start, 10)
    if cue(scene.language, "negated").search(before):
        return True
    return bool(cue(scene.language, "hypothetical").search(scene.text, clause.start, clause.end))
