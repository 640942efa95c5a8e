"""What the words beside a name say about it: a person, an organisation, or neither.

Each clue is a pair of patterns, one for what stands in front and one for what stands behind; the patterns are anchored
at the name and look at one line only, so that their cost does not grow with the text.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.page import HAN, Page

_WINDOW = 26
_WINDOW_LATIN = 70


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w))) + ")"


class Clues(NamedTuple):
    """Compiled patterns. `…_before` end at the name, `…_after` begin at it."""

    title_before: re.Pattern[str]
    title_after: re.Pattern[str]
    act_before: re.Pattern[str]
    act_after: re.Pattern[str]
    speech_after: re.Pattern[str]
    byline_before: re.Pattern[str]
    honorific_after: re.Pattern[str]
    firm_before: re.Pattern[str]
    firm_after: re.Pattern[str]
    firm_before_weak: re.Pattern[str]
    firm_after_weak: re.Pattern[str]
    works_after: re.Pattern[str]
    thing_before: re.Pattern[str]
    thing_after: re.Pattern[str]
    team_event_before: re.Pattern[str]
    team_event_after: re.Pattern[str]


@cache
def clues() -> Clues:
    """The patterns, built once from the word lists."""
    words = name_words()
    titles = _any(words.titles)
    latin_titles = _any(words.latin_titles)
    speech = _any(words.speech)
    moves = _any(words.moves)
    english_titles = (
        r"(?:chief(?: [a-z]+){0,3} officer|chief(?: [a-z]+){0,2}|(?:co-)?founder|(?:vice[ -])?president|chair(?:man|woman|person)?|executives?|director|head|boss"
        r"|engineers?|scientists?|researchers?|professor|manager|partner|investor|analyst|spokes(?:man|woman|person)|veteran|editor|producer|designer|lawyer|economist"
        r"|co-CEO|successor|predecessor|deputy|lead|leader|entrepreneur|billionaire|creator|alumn(?:us|a)|colleague|brother|sister|wife|husband|duo|pair)"
    )
    english_speech = (
        r"(?:said|says|told|wrote|writes|added|adds|announced|declined|confirmed|denied|tweeted|posted|argued|argues"
        r"|explained|noted|replied|warned|insisted|recalled|joined|joins|left|leaves|founded|co-founded|quit|resigned"
        r"|became|was|is|has|had|will|who|worked|spent|stepped|led|leads|ran|runs|declared|thinks|believes)\b"
    )
    return Clues(
        title_before=re.compile(
            rf"(?:{titles}[兼、]?|[{HAN}](?:师|官|总监|经理|主任|主管|教授|队长|社长|制作人)|\b(?:{latin_titles})\.?|\b{english_titles})\s?[:：]?\s?$"
        ),
        title_after=re.compile(
            rf"^(?:\s?[,，（(]\s?(?:现任|时任|前|原)?(?:{titles})|,\s+(?:(?:a|an|the|its|his|her|their|then|now|who)\s+)?(?:[\w'-]+\s+){{0,5}}?{english_titles}"
            r"|,\s+(?:who|whose|\d\d,)|'s\s+(?:departure|exit|move|arrival|appointment|resignation|successor|predecessor|team|boss|deputy|colleagues)\b)"
        ),
        act_before=re.compile(
            r"(?:由|向|让|被|请|对|跟|据|给|与|和|挖来|挖走|挖角|任命|聘请|聘任|邀请|提拔|包括|例如|譬如|比如|致信|感谢|起诉|指派|委任|拜访|采访|询问|联系|求证|接替|接任者|前任|接手的|副手|搭档|取代|叫做|名为|名叫|叫|交给|交由|找来|引入|迎来|送走|开除|解雇|罢免|批评|指责|支持|说服|招募|招揽|吸引"
            r"|交棒给|归|即|其中|以及|及|同|后者是|前者是|的是|—|:|：)\s?[“「《]?$"
        ),
        act_after=re.compile(
            rf"^\s?(?:也|还|则|曾|将|已|便|就|又|正式|确认|近日|今日|昨日|随后|目前|此前|正在|正|都|先后|先|再|仍|并|均|计划|准备|选择|于|在|从|自|是|把|因|为|与|和|对|向|被){{0,2}}(?:{moves}|带|管|任|想|去|提拔|升|调|为(?!了)|\d{{1,2}}[月日]|\d{{4}}年)"
        ),
        speech_after=re.compile(
            rf"^\s?(?:也|还|则|曾|将|已|便|就|又|对此|此前|随后|在[{HAN}]{{1,8}}[上中里]|对[^，。]{{1,10}})?\s?(?:{speech}|[:：]\s?[“「]|{english_speech})"
        ),
        byline_before=re.compile(
            rf"(?:^|[\s（(【\[*|丨/／、，。；;])(?:本报|本刊|见习|实习)?(?:{_any(words.bylines)})\s?[|丨:：/／\s]\s?(?:[{HAN}]{{2,4}}[\s、，,/／]+){{0,4}}$"
        ),
        honorific_after=re.compile(rf"^{_any(words.honorifics)}(?![{HAN}]?[裁监经])"),
        firm_before=re.compile(
            r"(?:加入|加盟|入职|入主|离开|跳槽到|跳槽至|跳槽去|跳槽|转投|投奔|投靠|任职于|任职|就职于|供职于|效力于|服务于|就读于|毕业于|来自于?|出自|重返|重回|回归|返回|回到|空降|收购|并购|入股|投资了?|领投|创办了?|创立了?|创建了?|成立了?|挖角"
            r"|前往|去往|老东家|新东家|前东家|竞争对手|企业|平台|券商|药企|地产商|开发商|工作室|品牌|初创企业|初创公司|过档|挖自|脱离|撤资|创业公司|巨头|大厂|母公司|子公司|服务商|供应商|开发商|厂商|运营商|车企|新势力|独角兽|投行|基金公司|名为|公司|卸任|出任|担任|执掌|接掌|掌管|告别"
            r"|\b(?:joined|joining|joins|join|rejoin(?:ed|ing)?|acquire[ds]?|acquiring|acquisition of|buying|bought|buys|takeover of|stake in|investment in"
            r"|invest(?:ed|ing|s)? in|start-?up|company|chipmaker|automaker|carmaker|maker|firm|rival|rivals|lab|founder of|co-founder of|CEO of|chief executive of|executive of|head of|president of|chairman of|director of|founded|co-founded|owner|parent|giant"
            r"|employees? of|engineer at|researcher at|scientist at|worked at|works at|working at|work at|job at|jobs at|career at|role at|team at|roles at|years at|hired by|poached by|backed by|owned by|acquired by|poached from|hired from|alumni of|leaving|left|left for|quit|departed|moving to|moved to|move to|went to|headed to|heading to|defected to)(?: the)?)"
            r"\s?[“「《]?$"
        ),
        firm_after=re.compile(
            rf"^[”」》]?\s?(?:的?(?:联合|共同)?(?:创始人|创办人|创始团队|联创)|(?:集团|公司)?(?:现任|前任|前|原)?(?:联席|全球|中国区?|亚太区?|大中华区)?(?:首席|{titles}|CEO|CTO|CFO|COO|HR|高层|管理层|董事会)"
            r"|是(?:一家|一个|一款)?[^，。；]{{0,20}}?(?:公司|企业|平台|机构|品牌|厂商|初创|工作室)|进行了?[^，。；]{{0,6}}?(?:谈判|洽谈|磋商|合作|交易|接触)|的?工作经历|的(?:重组|解散|拆分|裁员|收购|上市|离职潮|同事)|等(?:[A-Za-z]{{0,3}}\s?)?(?:多家)?(?:科技|互联网|头部|知名|领先)?(?:公司|企业|竞争对手|对手|巨头|大厂|厂商|机构|车企|初创|实验室|媒体|平台|外媒|基金|高校)|的(?:发言人|研究员|工程师|高管|CEO|总裁|董事会|股东|投资人|前员工)|公司|集团|员工|前员工|老员工|离职|总部|宣布|官方|方面|内部|团队|任职|工作|就职|供职|上班|挖|的员工|的研究员|的工程师|的高管|的创始人|的报告|的一份报告|报道|发布声明|发言人|融资|估值|领投|跟投|参投|公告|公关|客服|创立|任教|计算机教授|刊登|刊发|专访|引述|上市|股价|市值|完成|收购|入股|来到|干了|待了|裁员|招聘|挖角|控股|持股|的股[份权]|的投资|的离职"
            r"|'s?\s+(?:CEO|chief|co-?founder|founder|president|vice|head|chairman|employees|staff|researchers|engineers|executives|board|shares|stock|headquarters|office|offices|valuation|general counsel|spokes\w+)"
            r"|(?:CEO|co-?founder|founder|president|chief|chairman|employees|staff|researchers|engineers|executives|spokes\w+|alumni|veterans?|shares|board|announced|acquired|hired|raised|plans|declined|is buying|is hiring|has hired|has raised|will pay|said it|said on|laid off|reported|reports)\b"
            r"|,\s+(?:the|a|an)\s+(?:[\w-]+\s+){0,4}?(?:start-?up|company|maker|firm|developer|lab|laboratory|giant|chipmaker|carmaker|automaker|publisher|studio|retailer|bank|fund|outlet|unit|division|group|platform|provider|business)\b)"
        ),
        firm_before_weak=re.compile(
            rf"(?:从|在|前|原|被|与|和|、|对|向|及|以及|包括|像|于|为|给|由|如|(?<![{HAN}])是|\b(?:at|from|for|by|with|to|of|and|between|against)(?: the)?)\s?[“「《]?$"
        ),
        firm_after_weak=re.compile(
            r"^[”」》]?\s?(?:的|旗下|加入|跳槽|[^，。；\n]{0,12}?(?:负责人|副总裁|总监)|等公司|等企业|进行|达成|洽谈|接洽|等|、|和|与|在|也|已|将|正|曾|表示|称|发布|推出|开出|支付|成立|拒绝|否认|回应|计划|之后|后|时|期间|'s\b|(?:said|says|told|has|had|is|was|will|would|and|did)\b)"
        ),
        works_after=re.compile(
            r"^\s?(?:从事|负责|领导|担任|任职|任教|参与|主导|带领|管理|做过?|工作|实习|就职|干|待|期间|时期)"
        ),
        thing_before=re.compile(
            r"(?:发布|推出|开源|使用|基于|采用|搭载|模型|产品|应用|软件|游戏|平台|系统|芯片|车型|新车|手机|频道|播客|节目|论文|项目|工具|助手|框架|浏览器|on|using|called|named|model|models|app|game|chatbot|product|via)\s?[“「《]?$"
        ),
        thing_after=re.compile(
            r"^[”」》]?\s?(?:模型|系列|芯片|语音|备忘录|群组|群里|中写|消息|框架|应用|App|APP|app|版本|平台上|上线|上发|上晒|上写|上称|上说|账号|频道|播客|手机|车型|处理器|操作系统|系统|工具|插件|助手|浏览器|项目|架构|算法|游戏机|账户|平台|网站|\d|[-–]\d|(?:model|models|app|chip|chips|phone|phones|podcast|channel)\b)"
        ),
        team_event_before=re.compile(
            r"(?:组建|成立|新设|设立|建立|并入|划入|归入|合并到|合并为|整合为|整合成|拆分为|拆成|加入|解散|拆掉|裁撤|撤销|砍掉|关闭|重组|接管|裁掉|改任|调往|调入|调任|转入|转岗至|归属|新建)\s?了?(?:一个|新的|名为)?\s?[“「]?$"
        ),
        team_event_after=re.compile(
            r"^[”」]?\s?(?:也|则|将|已|被|正式|随之|随后|全部|整体|一并|统一|均|都){0,2}(?:拆|并入|合并|解散|裁撤|撤销|重组|成立|由[^，。,；]{1,8}?(?:带|领导|负责|牵头|管|执掌|率领|接手|出任)|归(?!来)|交给|负责人,|负责人，|交由|划归|划入|升级|改名|更名|调整|被砍|裁员|向|转入|遭|整合)"
        ),
    )


class Beside(NamedTuple):
    """What stands beside one occurrence of a name, as weights; above 0 speaks for it."""

    person: float
    firm: float
    thing: bool
    byline: bool


def beside(page: Page, start: int, end: int) -> Beside:
    """Weigh what stands beside a run: for a person, for an organisation, and whether a product is meant."""
    known = clues()
    width = _WINDOW_LATIN if page.is_latin else _WINDOW
    before, after = page.before(start, width), page.after(end, width)
    person = firm = 0.0
    if known.title_before.search(before):
        person += 2.5
    if known.honorific_after.match(after):
        person += 2.5
    if known.title_after.match(after):
        person += 1.2
    if known.speech_after.match(after):
        person += 1.5
    if known.act_after.match(after):
        person += 1.5
    if known.act_before.search(before):
        person += 1.0
    if known.firm_before.search(before):
        firm += 2.0
    if known.firm_after.match(after) or (before.endswith(("在", "在 ")) and known.works_after.match(after)):
        firm += 2.0
    if known.firm_before_weak.search(before):
        firm += 0.7
    if known.firm_after_weak.match(after):
        firm += 0.7
    thing = bool(known.thing_after.match(after) or known.thing_before.search(before))
    return Beside(person, firm, thing, bool(known.byline_before.search(before)))
