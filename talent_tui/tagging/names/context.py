"""What the words beside a name say about it: a person, an organisation, or neither.

Each clue is a pattern for what stands in front or behind; the patterns are anchored at the name and look at a few
characters of one line, so that their cost does not grow with the text.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.names import name_cues, name_words
from talent_tui.lexicon.verbs import verb_words
from talent_tui.tagging.names.page import HAN, Page

_WINDOW = 26
_WINDOW_LATIN = 70
_ENGLISH_TITLES = (
    r"(?:chief(?: [a-z]+){0,3} officer|chief(?: [a-z]+){0,2}|(?:co-)?founder|(?:vice[ -])?president"
    r"|chair(?:man|woman|person)?|executives?|director|head|boss|engineers?|scientists?|researchers?|professor|manager"
    r"|partner|investor|analyst|spokes(?:man|woman|person)|veteran|editor|producer|designer|lawyer|economist|co-CEO"
    r"|successor|predecessor|deputy|lead|leader|entrepreneur|billionaire|creator|alumn(?:us|a)|colleague|brother|sister"
    r"|wife|husband|duo|pair)"
)
_WHOM_THEY_HIRED = (
    r"\s?, (?:lured|hired|poached|recruited|plucked|snared|promoted|appointed|elected|sacked|ousted|fired)"
    r" (?:from|by|in|as|to|last|this|only|just|on)\b"
)
_ENGLISH_SPEECH = (
    r"(?:said|says|told|wrote|writes|added|adds|declined|denied|tweeted|posted|argued|argues|explained|noted|replied"
    r"|warned|insisted|recalled|joined|joins|left|leaves|founded|co-founded|quit|resigned|became|becomes|who|worked"
    r"|spent"
    r"|stepped|leads|led|runs|ran|heads|headed|oversaw|oversees|managed|declared|thinks|believes|rejoined|rejoins"
    r"|retired"
    r"|departed|departs|moved|served|serves|succeeds|succeeded|replaces|replaced|previously|formerly|starts|started"
    r"|went to|goes to|takes over|took over|grew up|graduated|studied|gave up|gives up|relinquished|relinquishes"
    r"|took charge|takes charge"
    r"|bowed out"
    r"|c[ao]me(?:s)? (?:back|over|from|to|aboard|home)|coming (?:back|over)|arrive[sd]|retires|resigns|steps"
    r"|walk(?:s|ed) (?:out|away)"
    r"|hand(?:s|ed) in|defect(?:s|ed)|decamp(?:s|ed)|jump(?:s|ed) ship|switch(?:es|ed) to|crosse[sd] (?:over|to)"
    r"|depart(?:s|ed)"
    r"|part(?:s|ed) (?:ways|company)|t[ao]ke?o?k?s? (?:his|her|the (?:job|post|role|reins|helm|top|chief|chair|seat"
    r"|wheel))"
    r"|carries on|carried on|stays on|stayed on|return(?:s|ed)|inherit(?:s|ed)|g[eo]ts? the (?:job|post|top|role)"
    r"|sign(?:s|ed) on"
    r"|(?:was|is|will be|had been|has been) (?:out|off|back|gone|put|made|lured|sacked|let go|shown|welcomed|handed"
    r"|given|forced"
    r"|pushed|elected|succeeded|elevated|chosen|picked|tapped|removed|eased|stripped|lost to|wooed|snapped up|brought)"
    r"|(?:will|would) be (?:chief|chair|president|head|the)|is to (?:join|run|leave|succeed|lead|take|become|step"
    r"|head|return)"
    r"|(?:will|would) (?:cross|come|go|move|start|quit|retire)"
    r"|(?:will|would) (?:join|run|leave|succeed|report|lead|take|become|step|remain|oversee|replace|start|serve|head"
    r"|return)"
    r"|(?:has|have|had) (?:joined|left|resigned|stepped|agreed|quit|departed|worked|led"
    r"|been (?:named|appointed|promoted|hired))"
    r"|(?:is|are) (?:starting|launching|building|giving up|out at|leaving|joining|stepping|departing|retiring"
    r"|moving|returning)"
    r"|(?:was|were) (?:giving up|hired|named|appointed|promoted|poached|recruited|fired|ousted|born|previously"
    r"|formerly|dismissed))\b"
)
_ENGLISH_ACTS = (
    r"(?:\b(?:hired|hires|hiring|named|names|naming|appointed|appoints|appointing|poached|poaches|recruited|recruits"
    r"|promoted|promotes|promoting|replaced|replaces|replacing|succeed|succeeds|succeeded|succeeding|tapped|installed"
    r"|elevated|fired|ousted|dismissed|sacked|lured|married|interviewed|thanked|told|asked|report(?:s|ed|ing)? to"
    r"|parted with|parted ways with|parting with|parts with"
    r"|led by|run by|headed by|founded by|written by|co-written by|including|joined by|succeeded by|replaced by"
    r"|followed by"
    r"|pass(?:ed|es) to|(?:pass(?:ed|es|ing)|hand(?:ed|s|ing)|g[ai]ve[sn]?) [^,.;\n]{2,40} to|hand(?:ed|s"
    r"|ing)?(?: over)? to|g[ai]ves? way to|ma[dk]es? way for|part(?:ed|s|ing) (?:ways"
    r"|company) with"
    r"|welcom(?:ed|es|ing)|brought (?:in|back)|brings (?:in|back)|turned to|turns to|reins to|(?:job|post|role|seat"
    r"|title|chair) (?:went|goes|fell) to"
    r"|wooed|crowned|anointed|elected|persuaded|poaching|luring|sacking|ousting|firing|hired away|said|says|added"
    r"|wrote|alongside)"
    r"|:)\s$"
)
_ENGLISH_AFFAIRS = (
    r"'s\s+(?:departure|exit|move|arrival|appointment|resignation|successor|predecessor|boss|deputy|colleagues)\b"
)
_WHEN = (
    r"(?:于|在|自|从)?(?:民国\d{2,3}年|\d{2,4}年|\d{1,2}月|[今去前]年|[上本下这][个]?(?:周|星期|礼拜|月)[一二三四五六日天末]?|近[日期来]|日前|昨[日天晚]|今[日天晨]"
    r"|当[日天晚月年]|[同次翌隔][年月日]|周[一二三四五六日末]|随后|后来|目前|此后|不久|早些时候|稍早|年初|年底)(?:\d{1,2}月)?(?:[底初中末]|[上中下]旬)?(?:\d{1,2}[日号])?[,，]?"
)
"""A time between a person and the verb: X于6月离任, X上周入职."""
_ADVERBIAL = (
    r"(?:共同|合力|联手|合伙|携手|一同|一起|一道|双双|分别|即将|不再|没有|并未|尚未|暂未|先行|主动|因[^,，。；]{1,6}"
    r"|从[^,，。；]{1,14}?|在[^,，。；]{2,6}?|[与同跟][^,，。；]{1,8}?)"
)
_GROUP = r"(?:等?(?:[二两三四五六七八九十多数]+|\d+)[人位名]|等人)"
_NAMED_BEFORE = re.compile(r"\b(?:named|names|appointed|appoints|promoted|elected|installed|tapped)\s$")
"""Who stands behind is given the title that follows (named Ann Lee president); it is no firm of that president."""
_A_POST_WENT_TO = re.compile(
    r"\b(?:jobs?|posts?|roles?|seat|title|chair|crown|reins|position|baton|brief|portfolio|mantle|helm|leadership"
    r"|charge)"
    r" (?:went|goes|fell|falls|passed|passes|has gone|had gone|will go|is going)(?: [a-z]+ [A-Z0-9][a-z0-9]+"
    r"| [a-z]+)? to\s$"
)
"""The finance job went to Ann Lee: a person gets a post."""
_COUNTRY = r"(?:美国|德国|日本|英国|法国|韩国|荷兰|瑞典|瑞士|以色列|印度|意大利|加拿大|新加坡)?"
"""收购德国BHTC: where the firm is at home, between the verb and its name."""
_POSTED = re.compile(
    r"上|中|里|(?:发[文帖布]?|回应|辟谣|表示|写道|称|宣布|晒|曝光|爆料|官宣|留言|转发|直播|开直播|否认)"
)
"""What one does on a platform: in 在微博辟谣 it is a place."""
_OPEN, _CLOSE = r"\s?[“「《]?$", r"^[”」》]?\s?"


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first."""
    return f"(?:{any_of(words)})"


_PERSONAL = ("join", "leave", "return", "appoint", "lose_role", "found")


def _what_people_do() -> Iterator[str]:
    """Verbs of the verb table behind which its Chinese subject is a person: 刘百奇辞别…, 陈行自立门户."""
    for frame in _PERSONAL:
        yield from (verb for verb in verb_words()["zh"][frame] if len(verb) > 1)


class Clues(NamedTuple):
    """Compiled patterns. `…_before` end at the name, `…_after` begin at it."""

    title_before: re.Pattern[str]
    title_after: re.Pattern[str]
    act_before: re.Pattern[str]
    act_after: re.Pattern[str]
    speech_after: re.Pattern[str]
    honorific_after: re.Pattern[str]
    byline_before: re.Pattern[str]
    firm_before: re.Pattern[str]
    firm_after: re.Pattern[str]
    firm_before_weak: re.Pattern[str]
    firm_after_weak: re.Pattern[str]
    place_before: re.Pattern[str]
    works_after: re.Pattern[str]
    thing_before: re.Pattern[str]
    thing_after: re.Pattern[str]
    team_event_before: re.Pattern[str]
    team_event_after: re.Pattern[str]


@cache
def clues() -> Clues:
    """The patterns, built once from the word lists."""
    words, cues = name_words(), name_cues()
    titles, adverbs = _any(words.titles), _any(cues.adverbs)
    latin_titles = rf"\b{_any(words.latin_titles)}\.?|\b{_ENGLISH_TITLES}"
    job_endings = rf"[{HAN}](?:师|官|学家|总监|经理|主任|主管|教授|队长|社长|制作人)"
    kinds = _any(cues.firm_kinds)
    business = (
        r"(?:CEO|CFO|CTO|COO|CMO|CPO|VP|首席[^，。；的\n]{1,6}官|首席科学家|首席执行|副?总裁|副?总经理|董事长|负责人|总监|经理|主管|工程师"
        r"|研究员|高管|发言人|创始人|社长|执行长|财务长|营运长|技术长|处长|协理)"
    )
    return Clues(
        title_before=re.compile(
            rf"(?:{_any(cues.called)}|{titles}(?:之一的?)?[兼、]?|{job_endings}|{latin_titles})\s?[:：]?\s?$"
        ),
        title_after=re.compile(
            rf"^(?:\s?[,，（(]\s?(?:现任|时任|前|原)?{titles}"
            rf"|[,，](?:此君|此人|这位|后者)|[,，]\s?[^,，。；：\n]{{1,14}}?{titles}(?=[,，、。；])|[,，]\s?(?:来自|毕业于|生于|出生于|曾任|曾在|现年|\d{{2}}岁|\d{{4}}[年至])"
            rf"|,\s+(?:(?:a|an|the|its|his|her|their|then|now|who)\s+)?(?:[\w'-]+\s+){{0,5}}?{_ENGLISH_TITLES}"
            rf"|,\s+(?:who|whose|whom|\d\d,|(?:all |both )?(?:formerly|previously|once|most recently|late of|lately"
            rf"|until (?:now|then|recently)|himself|herself)\b)"
            rf"|\s(?:in charge|at the helm|at the head|in command)\b"
            rf"|\s(?:of|from|at) [A-Z]"
            rf"|\s(?:(?:as|its|to be)\s)?(?:[a-z-]+\s){{0,2}}?{_ENGLISH_TITLES}\b|{_ENGLISH_AFFAIRS})"
        ),
        act_before=re.compile(
            rf"{_any(cues.act_before)}了?{_OPEN}|{_ENGLISH_ACTS}"
            r"|(?:请回|请来|找来|迎回|召回|劝退|挽留|送走|挖来|请走|等来|留住)了?$|(?:^|[，,。；：:])(?:跟着|追随|随着|带着)$"
            r"|(?:离职|离开|退休|卸任|出走|加盟|入职|干了?|工作|任职|效力|待了?|供职|服务|打拼|奋斗)[^，。；]{0,6}[年月天久]的$"
            rf"|\b{_ENGLISH_TITLES}s?(?: (?:of|for) [a-z &-]{{2,30}})?(?:,| is| was)\s$"
        ),
        act_after=re.compile(
            rf"^\s?(?:{_GROUP}|(?:{adverbs}|{_WHEN}|{_ADVERBIAL}){{0,3}}(?:{_any((*words.moves, *_what_people_do()))}"
            rf"|[熬待干做撑]到|走得|获[^,，。；]{{1,10}}?(?:延揽|聘|任命|提名|擢升|委任|邀请)|带|管|任(?!等)|想|去|提拔|升|调|[当做][^,，。；]{{0,6}}?{titles}|来[^,，。；]{{1,8}}?(?:报到|上班|任职|当)"
            r"|[向对][^，。；]{1,12}?(?:递交|提交|呈交|提出|递上|递)了?(?:一封|书面)?(?:辞呈|辞职)"
            r"|被[^，。；]{0,8}?(?:开除|解雇|辞退|挖走|挖角|挖到|免职|罢免|解职|裁掉|踢出|扫地出门|请走|请出|带走|劝退)"
            r"|在[^，。；]{1,10}?的[\d一二两三四五六七八九十几多]+[^，。；]{0,4}(?:年|生涯|任期)|看来[，,]|一[起同道](?:走|离开|离职|加入|加盟|创业|出走)"
            r"|开出了?[^，。；]{0,8}(?:年薪|薪酬|待遇|条件|薪)|和[^，。；\n]{1,8}?的[^，。；\n]{2,4}?[都均双也](?:走|离|加|去|已)"
            r"|走人|撤了|进了|溜|手[中里上]|由[^,，。；]{1,8}?(?:加盟|加入|转|调|过来|挖)|没走|留下|没有留下|中断|回国|辍学|休学|读博|把[^,，。；]{2,16}?[交让传递]|自[^,，。；]{1,8}?手[中里]|为(?!了)"
            r"|\d{1,2}[月日]|\d{4}年))"
        ),
        speech_after=re.compile(
            rf"^\s?(?:{adverbs}|在[{HAN}]{{1,8}}[上中里]|[对向][^，。]{{1,10}})?\s?"
            rf"(?:{_any(words.speech)}|[:：]\s?[“「]|{_ENGLISH_SPEECH}|{_WHOM_THEY_HIRED})"
        ),
        honorific_after=re.compile(rf"^{_any(words.honorifics)}(?![{HAN}]?[裁监经])"),
        byline_before=re.compile(
            rf"(?:^|[\s（(【\[*|丨/／、，。；;])(?:本报|本刊|见习|实习)?{_any(words.bylines)}\s?[|丨:：/／\s]\s?"
            rf"(?:[{HAN}]{{2,4}}[\s、，,/／]+){{0,4}}$"
        ),
        firm_before=re.compile(
            rf"(?:{_any(cues.firm_before)}{_COUNTRY}|-(?:backed|owned|funded|based|listed)\s?"
            rf"|\b{_any(cues.firm_before_english)}(?: the)?){_OPEN}"
        ),
        firm_after=re.compile(
            rf"{_CLOSE}(?:{_WHEN})?(?:的?(?:联合|共同)?(?:创始人|创办人|创始团队|联创)"
            rf"|(?:集团|公司)?(?:现任|前任|前|原)?(?:联席|全球|中国区?|亚太区?|大中华区)?{titles}"
            rf"|是(?:一家|一个|一款)?[^，。；]{{0,16}}?{kinds}"
            rf"|的(?:前|原|现任|前任|新任|一[名位])?[{HAN}A-Za-z]{{0,8}}?{business}"
            rf"|(?:中国|台湾|香港|日本|韩国|亚太|大中华|北美|欧洲|东南亚)区?[{HAN}]{{0,4}}?{business}"
            rf"|(?:临时|代理|候任|新任)(?:联席)?{business}|被[^，。；\n]{{1,30}}?(?:收购|并购)"
            rf"|由[^，。；\n]{{2,20}}?(?:创立|创办|创建|发起|成立|组建|孵化)"
            rf"|进行了?[^，。；]{{0,6}}?(?:谈判|洽谈|磋商|合作|交易|接触)"
            rf"|等(?:[A-Za-z]{{0,3}}\s?)?(?:多家)?(?:科技|互联网|头部|知名|领先)?{kinds}"
            rf"|[则也已将还曾又再]{{0,2}}(?:[在向赴到][{HAN}]{{2,4}}?)?{_any(cues.firm_after)}"
            rf"|(?:'s?\s+)?{_any(cues.firm_after_english)}\b"
            rf"|,\s+(?:the|a|an)\s+(?:[\w'-]+\s+){{0,5}}?{_any(cues.firm_nouns_english)}\b)"
        ),
        firm_before_weak=re.compile(
            rf"(?:{_any(cues.firm_before_weak)}|(?<![{HAN}])是"
            rf"|\b(?:at|from|for|by|with|to|of|and|between|against)(?: the)?){_OPEN}"
        ),
        firm_after_weak=re.compile(
            rf"{_CLOSE}(?:{_any(cues.firm_after_weak)}|[^，。；\n]{{0,12}}?(?:负责人|副总裁|总监)|'s\b"
            r"|(?:said|says|told|has|had|is|was|will|would|and|did)\b)"
        ),
        place_before=re.compile(r"(?:[在从到去原前]|转到|调到)\s?$"),
        works_after=re.compile(rf"^\s?{_any(cues.works_after)}"),
        thing_before=re.compile(
            rf"(?:{_any(cues.thing_before)}|\b(?:on|using|called|models?|app|game|chatbot|product|via)){_OPEN}"
        ),
        thing_after=re.compile(
            rf"{_CLOSE}(?:{_any(cues.thing_after)}|\d(?!\d{{0,3}}[年月日])|[-–]\d"
            r"|(?:models?|app|chips?|phones?|podcast|channel|profiles?|posts?|pages?|accounts?|users?)\b)"
        ),
        team_event_before=re.compile(
            rf"{_any(cues.team_before)}\s?了?(?:[{HAN}A-Za-z]{{2,8}}的)?(?:一个|新的|名为|整个|全部|旗下|全新的?|独立的?)?{_OPEN}"
        ),
        team_event_after=re.compile(
            r"^[”」]?\s?(?:[和与及、][^，。,；\n]{2,10}(?=合并|整合|重组))?"
            r"(?:也|则|将|已|被|正式|随之|随后|全部|整个|整体|一并|统一|均|都|暂时|暂|先|今后|如今){0,2}"
            rf"(?:{_any(cues.team_after)}|归(?!来)|由[^，。,；]{{1,8}}?(?:带|领导|负责|牵头|管|执掌|率领|接手|出任)"
            r"|(?:约|近|逾|超过?|全体|上下)?\d+人[^，。；\n]{0,8}(?:裁|资遣|离职|失业|离开|优化)"
            r"|是[^，。；\n]{0,20}(?:建立|创建|创立|组建|搭建|打造)的)"
        ),
    )


@cache
def _moves() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(name_cues().adverbs)}|{_WHEN}){{0,2}}{_any(_what_people_do())}")


def moves_behind(page: Page, end: int) -> bool:
    """Whether a verb of two characters or more that people do stands behind (出任, 将加盟)."""
    return bool(_moves().match(page.after(end, _WINDOW)))


class Beside(NamedTuple):
    """What stands beside one occurrence of a name, as weights; above 0 speaks for it."""

    person: float
    firm: float
    thing: bool
    byline: bool


def beside(page: Page, start: int, end: int) -> Beside:
    """Weigh what stands beside a run: for a person, for an organisation, and whether a product is meant.

    The weights were chosen on the answer keys: a title or a form of address nearly decides, a verb needs the form of
    the name beside it, a preposition alone decides nothing.
    """
    known = clues()
    width = _WINDOW_LATIN if page.is_latin else _WINDOW
    before, after = page.before(start, width), page.after(end, width)
    person = 2.5 * bool(known.title_before.search(before)) + 2.5 * bool(known.honorific_after.match(after))
    person += 1.2 * bool(known.title_after.match(after)) + 1.0 * bool(known.act_before.search(before))
    person += 1.0 * bool(_A_POST_WENT_TO.search(before))
    person += 1.5 * bool(known.speech_after.match(after)) + 1.5 * bool(known.act_after.match(after))
    firm = 2.0 * bool(known.firm_before.search(before))
    at_work = known.place_before.search(before) and known.works_after.match(after)
    firm += 2.0 * bool(at_work or known.firm_after.match(after))
    firm += 0.7 * bool(known.firm_before_weak.search(before)) + 0.7 * bool(known.firm_after_weak.match(after))
    place = before.endswith("在") and bool(_POSTED.match(after))
    if firm >= 2 and (_NAMED_BEFORE.search(before) or _A_POST_WENT_TO.search(before)):
        firm -= 2.0
    thing = bool(place or known.thing_after.match(after) or known.thing_before.search(before))
    return Beside(person, firm, thing, bool(known.byline_before.search(before)))
