"""What looks like a deal and is none: goods in a shop, the name of a trade, the papers of a deal."""

import re

from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import ORG
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_IN_THE_PAPERS = re.compile(r"(?:协议|合同|条款)(?:里|中|上)")
_ONLY_WHAT_IT_IS = re.compile(r"\ue001,\s(?:the|an?|their|its)\s(?:[\w-]+\s){0,3}$")
_A_FUND = re.compile(r"(?:公募产品|私募产品|基金产品|新产品|新基金|ETF|混合|债基|股基|理财产品)[^。；;]{0,30}$")
_NAME_OF_TRADE = re.compile(
    r"\s?(?:人|者|圈|机构|方|基金|标的|银行|部|组合|公司(?!的|[^,，。;；]{0,12}(?:股份|股权|控制权|控股权)))"
)


def is_no_deal(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether the words beside a trigger speak of goods, of a trade or of papers rather than of a deal."""
    word = trigger.word
    if scene.language == "zh" and _GOODS.match(scene.text, trigger.end):
        return True
    if is_a(word, "sells") and _TAKINGS.search(scene.text, clause.start, trigger.start):
        return True
    if (
        scene.language == "en"
        and is_a(word, "sells")
        and trigger.word.lower().startswith(("sell", "sold"))
        and (goods := _SELLS_WHAT.match(scene.text, trigger.end, clause.end)) is not None
        and not _OF_A_FIRM.search(scene.text, trigger.end, goods.end())
        and ORG not in scene.text[trigger.end : clause.end]
    ):
        # Began selling its first device: goods, no firm.
        return True
    if scene.language == "en" and _ONLY_NAMED.search(scene.text, clause.start, trigger.start):
        return True
    around = scene.text[clause.start : trigger.start] + _HERE + scene.text[trigger.end : clause.end]
    if is_a(word, "ships_product") and _IS_A_PRODUCT.search(around):
        return True
    if is_a(word, "trade") and _NAME_OF_TRADE.match(scene.text, trigger.end):
        return True
    if scene.language == "zh" and word == "投资" and _SUM_OF_WHICH.match(scene.text, trigger.end):
        # 投资千亿的新厂: what it is, no deal.
        return True
    if word == "投资" and any(t.start == trigger.end and "deal" in t.frames for t in clause.triggers):
        # 向高瓴投资出售B: the end of a name.
        return True
    if (
        scene.language == "zh"
        and _SAID_OF_IT.match(scene.text, trigger.end)
        and not scene.orgs(clause.start, clause.end)
    ):
        # 称收购之说是谣言: of what was told before.
        return True
    if scene.language == "zh" and _BY_WAY_OF.match(scene.text, trigger.end):
        # 以协议转让的方式,吃下A: told by the verb behind it.
        later = [t for t in scene.triggers if t.start > trigger.end and "deal" in t.frames]
        if later:
            return True
    if word.lower() == "joint venture" and _ONLY_WHAT_IT_IS.search(scene.text, 0, trigger.start):
        # ULA, the joint venture of A and B: what it is.
        return True
    if word.startswith("募") and _A_FUND.search(scene.text, 0, trigger.start):
        # 首只公募产品成立,募集约99亿元: what savers put in.
        return True
    # 投资协议里写了专门对付B的条款: what a paper says of B is no deal with B.
    return _IN_THE_PAPERS.match(scene.text, trigger.end) is not None


_SAID_OF_IT = re.compile(r"之说|一说|之事|一事|的?(?:传闻|传言|说法|谣言)")
_BY_WAY_OF = re.compile(r"[^,，。;；\ue000-\ue005]{0,8}(?:的)?(?:方式|形式|手段|途径)")
_TAKINGS = re.compile(r"(?:一[晚天夜年周]|首日|单日|当[天日晚年]|全年|每[天年月]|累计|单场|一场)[^,，。;；]{0,4}$")
"""一晚卖了上亿元: what is taken in a shop."""
_GOODS = re.compile(
    r"了?\s?(?:约|近|逾|超过?)?\s?\d[\d,.]*\s?[万亿]?多?(?:辆|台|部|件|份|杯|瓶|双|套|本|张|颗|架)"
    r"|了?[^,，。;；\ue000-\ue005]{0,6}(?:工具|设备|芯片|产品|软件|数据|服务|机票|门票|商品|药品|服装)"
    r"(?!公司|业务|部门|资产|厂|线|商|子)"
)
"""卖出15万辆车: goods, no firm."""
_SELLS_WHAT = re.compile(
    r"\s(?:(?:its|their|the|an?|his|her|more|some|\d)[^,.;]*?(?=\sto\s|[,.;]|$)|[a-z]+\s(?=(?:to|for|in|at|through)\s))"
)
_OF_A_FIRM = re.compile(
    r"\b(?:stakes?|shares?|stock|units?|arms?|business(?:es)?|divisions?|operations?|subsidiar\w+|compan\w+|firms?"
    r"|brands?|assets?|itself|rights|portfolio|holdings?|labels?|clubs?|studios?|banks?|labs?|plants?|factor\w+|bonds?"
    r"|debt|loans?|part|half|most|rest|majority|minority|group|maker|start-?up|chain|network|interest|control|team)\b"
)
_ONLY_NAMED = re.compile(
    r"\b(?:(?:hand|career|business|skill|interest|experience|luck|good|better|fortune)\s(?:at|in|of)\s|advis\w+\s(?:\ue000\s|\ue001\s|\w+\s)?on\s(?:the\s|its\s)?)$"
)
"""To try his hand at investing; having advised him on the purchase: a trade, and what somebody else did."""
_SUM_OF_WHICH = re.compile(r"(?:了|额|达|逾|超|约)*\s?(?:\ue003|[\d一二三四五六七八九十百千万亿]+元?)的")
_HERE = "\ue006"
"""Stands where the word itself stood."""
_IS_A_PRODUCT = re.compile(
    rf"(?:款|系列|新品|车型|轿车|新车|手机|机型|游戏|续作|产品|芯片|》|[A-Za-z]+-?\d+)(?!公司|企业|厂)(?:在\ue002|[^,，。在{_HERE}]){{0,8}}{_HERE}"
    rf"|{_HERE}\s?的(?!公司|企业)"
)
"""The line-up that comes to market in May is no listing."""
