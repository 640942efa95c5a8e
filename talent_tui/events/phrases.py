"""The patterns of noun phrases over a skeleton, for Chinese and for English.

Groups that a pattern may fill: `who` a person, with `title`, `org` or `org2` (where he works), `pre` or `mid` (former
or present) and `after` (a title behind); `n`, `vague` or `some` a number of people, with `cl`, `noun` and `gorg` or
`gorg2`; `gnoun` with `gorg3` people or posts of an organisation without a name; `single` a mention; `pronoun`.
"""

import re
from functools import cache

from talent_tui.events.skeleton import DATE, MONEY, MOVE, ORG, PERSON, TRIGGER
from talent_tui.lexicon.alternation import any_of
from talent_tui.lexicon.roles import roles


@cache
def title_pattern(language: str) -> re.Pattern[str]:
    """Titles and nouns for people."""
    words = any_of([*roles(language).titles, *roles(language).people])
    return re.compile(rf"\b(?:{words})\b" if language == "en" else words, re.IGNORECASE)


@cache
def phrase_pattern(language: str) -> re.Pattern[str]:
    """All noun phrases of one language in one pattern."""
    return _english() if language == "en" else _chinese()


def _english() -> re.Pattern[str]:
    words = roles("en")
    p, o, former, current = PERSON, ORG, any_of(words.former), any_of(words.current)
    nouns = any_of(words.people)
    before_title = (
        r"(?:(?!(?:that|its|his|her|their|said|says|told|and|when|while|who|whose|after|before|as|because|than)\b)"
        r"[A-Za-z][\w&'’-]*\s){0,3}?"
    )
    of_what = (
        r"(?:\s(?:of|for)\s(?:(?:the|its|global)\s)?(?:(?!(?:at|in|from|to|and|for|by|with)\b)[A-Za-z&-]+\s?){1,3})?"
    )
    title = rf"{before_title}(?:{any_of(words.titles)}){of_what}"
    person = (
        rf"(?:(?P<pre>{former}|{current})\s)?(?:(?P<org>{o})(?:'s|’s)?\s)?(?:(?P<mid>{former}|{current})\s)?"
        rf"(?:(?P<title>{title})(?:\sat\s(?P<org2>{o}))?,?\s)?(?P<who>{p})(?:'s|’s)?"
    )
    number = (
        r"\d[\d,]*|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:half\sa|a|two|three|four)\sdozen"
        r"|dozens|hundreds|thousands"
    )
    vague = "several|many|a number of|some|most|dozens of|hundreds of|thousands of|a third of its|half of its|all"
    group = (
        rf"(?:(?i:at least|about|around|more than|over|nearly|some|up to|almost|roughly|fewer than|only|as many as)\s)?"
        rf"(?:(?P<n>(?i:{number}))|(?P<vague>(?i:{vague})))\s(?:of\s(?:(?:its|the|their|his|her)\s)?)?"
        rf"(?:(?:{former}|senior|other|more|top|key|new)\s)*(?:(?P<gorg>{o})(?:'s|’s)?\s)?(?:[a-z-]+\s){{0,2}}?"
        rf"(?P<noun>{nouns})\b(?:\s(?:of|at|from)\s(?P<gorg2>{o}))?"
    )
    firms = (
        "company|firm|start-up|startup|chipmaker|automaker|search giant|tech giant|developer|group|studio|chain"
        "|carmaker|lab|publisher|bank|retailer|airline|network|business|lender|hedge fund|insurer|drugmaker|chip maker"
        "|drug maker|car maker|carrier|brewer|broadcaster|brokerage|exchange|operator|supplier|platform|agency|miner"
        "|conglomerate|manufacturer|outfit|venture|fintech|planemaker|plane maker|phone maker|unicorn|giant|label|buyer"
        "|suitor|robot maker|newcomer|upstart|software maker|social network"
    )
    not_that = (
        r"(?:smaller|larger|other|new|rival|parent|holding|combined|merged|joint|whole|private|former|first|second|third"
        r"|latter|target|acquired|bigger|young|next|last|only|best|biggest|largest|old|target|same|two|three|big)\b"
    )
    pronoun = (
        r"\b(?P<pronoun>[Hh]e|[Ss]he|him(?!self)|her(?=\s(?:back|away|from|to|as|on|in|over|out|aboard|and|for|at"
        r"|into|last|this)\b|[,.;])|them|[Tt]he (?:man|woman)(?= who)|[Tt]hey|"
        rf"[Bb]oth(?=\s(?:(?:were|are|have|had|left|quit|joined|returned|went|came|now|then|will)\b|[{TRIGGER}{MOVE}]))|"
        r"[Tt]he\s(?:two|three|four|pair|trio|duo|co-?founders|founders)"
        rf"|[Tt]he\s(?:(?!{not_that})[A-Za-z]+(?:-[a-z]+)*\s)?(?:{firms})"
        r"(?![\w'’-]|\s[\ue000\ue001]|\s(?:behind|that|which|of|founded|called|for|in which)\b)"
        rf"|[Ii]t(?!\s(?:was|is)\s(?:(?:the|an?|not|only|then|clear)\b|[{p}{o}])))\b"
    )
    owned = (
        rf"(?P<owner>{p})(?:'s|’s)\s(?:[a-z-]+\s)?"
        r"(?P<ownfirm>shop|start-up|startup|company|lab|laboratory|firm|outfit|venture)\b"
    )
    maker = r"[Tt]he\s(?P<product>[A-Z][\w.+-]*(?:\s[A-Z0-9][\w.-]*)?)\s(?:maker|developer|creator|owner)\b"
    generic = rf"(?P<gorg3>{o})(?:'s|’s)?\s(?P<gnoun>{nouns})\b"
    this = (
        rf"(?<!{p},\s)[Tt]he\s(?:(?P<tpre>{former})\s)?(?:(?P<torg>{o})(?:'s"
        rf"|’s)?\s)?(?:(?P<tmid>{former})\s)?(?:(?!(?:as|and|for|to|in|at|of|with|by|from)\b)[a-z-]+\s){{0,2}}?"
        rf"(?P<this>{any_of(words.titles)})\b(?!\s(?:{p}|{o}|role|post|job|position|title|seat|of\s(?:{o}|{p}))|,\s{p})"
    )
    return re.compile(
        rf"(?<![A-Za-z])(?:{maker}|{owned}|{this}|{person}|{group}|{generic}|(?P<single>[{o}{DATE}{MONEY}])|{pronoun})"
    )


def _chinese() -> re.Pattern[str]:
    words = roles("zh")
    p, o, former, current = PERSON, ORG, any_of(words.former), any_of(words.current)
    titles, nouns = any_of(words.titles), any_of(words.people)
    # What may describe a noun: no punctuation, mention or trigger, and none of the words that build a sentence.
    stop = f"{p}{o}{DATE}{MONEY}{TRIGGER}{MOVE}"
    desc = (
        rf"(?:共同|[^,，。;；:：!?！？“”‘’「」『』《》\"'()（）、\n{stop}"
        r"由被让将把向已曾了对从是与于和称说也都还及同])"
    )
    uncounted = rf"(?![^,，{p}]{{0,8}}?(?:\d+|[一二三四五六七八九十两多数几])\s?(?:名|位|员大|员|个|人))"
    joined = rf"(?:{desc}{{0,6}}?(?:{any_of(words.fields)})\s?[与和及])?"
    title = rf"{uncounted}{joined}{desc}{{0,16}}?(?:{titles})"
    # The organisation right behind a word of moving is that word's object, not the person's own.
    own = rf"(?<!{MOVE})(?<!{MOVE}了)(?<!{MOVE}到)(?<!{MOVE}\s)(?!{o}(?:系|出身|旧人|旧部))"
    person = (
        rf"(?:(?P<pre>{former}|{current})\s?(?:任职于?|供职于?|就职于?|效力于?)?)?(?:{own}(?P<org>{o})\s?(?:[（(]?{o}[)）]?\s?|[)）]\s?)?(?:旗下"
        rf"|内部)?(?:(?P<left>(?:走|出走|离职|离开)?出来|出走|离职)的|的)?\s?)?"
        rf"(?:(?P<mid>{former}|{current})\s?)?(?:(?:另外?|又|还有|第[一二三])?一?[位名]\s?)?"
        rf"(?:(?P<title>{title}(?:[、,/兼]\s?{title}){{0,3}})(?:之一)?\s?)?[“「]?(?P<who>{p})(?:\s?(?P<after>{titles}))?"
    )
    approx = r"(?:(?:至少|超过|超|约|多达|逾|近|大约|高达|不少于|一共有|共有|共|总计|合计|其余|另外|另有|另)\s?)*"
    vague = "多|数|几|好几|许多|若干|众多|数十|数百|数千|几十|几百|几千|上百|上千|近百"
    classifier = rf"(?:(?P<cl>名|位|人(?![均次工口生气])|员|号人)|个(?=\s?{desc}{{0,12}}?(?:{nouns})))"
    group = (
        rf"(?:{own}(?P<gorg>{o})\s?(?:旗下|内部|这边|中)?的?\s?(?:{desc}{{0,8}}?))?{approx}(?<!第)"
        rf"(?:(?:(?P<n>\d[\d,]*|[一二三四五六七八九十百千万两俩]+)(?P<more>[多余来几])?|(?P<vague>{vague}))\s?{classifier}"
        rf"|(?P<some>一些|(?:绝?大)?部分|绝大多数|大批|不少|一批|大量|许多|多数|大多数))"
        rf"\s?(?:来自\s?|前\s?|原\s?|昔日\s?)?(?:(?P<gorg2>{o})\s?的?\s?)?(?P<noun>{desc}{{0,14}}?(?:{nouns}))?"
    )
    posts = any_of([w for w in (*words.people, *words.titles) if len(w) > 1])
    generic = rf"(?P<gorg3>{o})\s?的?\s?(?P<gnoun>{desc}{{0,8}}?(?:{posts}))"
    units = "公司|企业|机构|实验室|团队|部门|工作室|集团|平台|厂商|媒体|车厂|车企|大厂|巨头|中心|事业部|事业群|板块"
    this = (
        rf"(?:这|那|该)(?:位|名)\s?(?:(?P<tpre>{former})\s?)?(?:(?P<torg>{o})\s?的?\s?)?(?:(?P<tmid>{former})\s?)?"
        rf"(?P<this>(?:共同|联合)?{desc}{{0,14}}?(?:{titles}|{nouns}))"
    )
    # 这位2014年加盟A的科学家: what he did stands in front of what he is.
    this = rf"(?:{this}|(?P<thisone>[这那][位名])(?=\s?{DATE}\s?{MOVE}))"
    pronoun = (
        r"(?P<pronoun>它(?!们)|此君|此人(?!群)|(?<!其)[他她]们(?:[两二三四五六七八九十]人)?|(?<!其)他(?![人国乡的]|手下|麾下|身边)|她(?!的)"
        r"|(?:这|那|上述|该)?(?:两|二|三|四|五|六|七|八|九|十)(?:人|者|位)(?![均次])|俩人|前者|后者"
        rf"|(?:该|此)(?:{units})|(?:这家|这间|这支)[\u4e00-\u9fff]{{0,6}}?(?:{units}|队伍|厂|券商|银行|药企|基金)"
        rf"|(?:^|(?<=[,，。；;：:“「在对向为从给由称{DATE}]))(?:公司|集团(?=[{DATE}{TRIGGER}昨今去前拟已将又再也还]))"
        r"(?![层文股外内总里高管创上的门附楼旁周食宿])|本公司|我司)"
    )
    return re.compile(rf"(?:{this}|{person}|{group}|{generic}|(?P<single>[{o}{DATE}{MONEY}])|{pronoun})")
