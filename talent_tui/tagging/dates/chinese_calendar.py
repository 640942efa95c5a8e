"""Chinese calendar dates: years, months, days and their parts, in digits or numerals, and ranges that share a part."""

import re

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates.patterns import (
    DIGITS,
    JOIN,
    JOINS,
    LIST,
    NUMERAL,
    NUMERALS,
    SPACE,
    Rule,
    four_digits,
    initials,
    pairs,
    rule,
    small_number,
    words,
)  # fmt: skip
from talent_tui.tagging.dates.spec import Calendar, Range, Spec

_W = date_words()

CLAUSE_START = (
    "(?:^|(?<=[\\s，,。；;：:！!？?“”「」『』（）()、《》在于自从至截是为将])|(?<=[^0-9]到)|(?<=早在)|(?<=直到)"
    "|(?<=这个)|(?<=那个))"
)
NEEDS_ANTECEDENT = tuple(_W.needs_antecedent.words)

# What 初, 中, 底, 末 make another word with, so that the character does not belong to the date before it.
_NOT_EARLY = "(?!步|次(?!月)|始|级|中|创|恋|审|赛|试|选|学|稿|心|衷|等教|衣|见端|具)"
_NOT_END = "(?!薪|层|盘|线|价|座|下|气|稿|片|细|特律|部|端|牌|蕴|子|色|班|位|尾|期|流|梢|路)"
_MIDDLE = (
    "(?=$|[\\s，,。；;、：:！!？?）)」』”]|前|起|至|到|的(?!国)|将|就|才|便|已|推出|发布|完成|启动|上线|举|宣|报到|上任|到任|到职|离|请辞|辞|入职|加入|接任|接手|裁"
    "|之前|左右|以来|以前)"
)
_PART = f"(?:初{_NOT_EARLY}|[底末]{_NOT_END}|中{_MIDDLE}|尾(?!声|牙|款|部|盘|数|号))"
_NOT_A_SEASON = "(?:度(?!假)|(?!节|后赛|前赛|更|开播|首播|报|酒店|青|豆|如|海|收官|综艺|里))"

_YEAR_PARTS = {"初": (1, 3), "中": (5, 8), "底": (10, 12), "末": (10, 12), "尾": (10, 12)} | _W.year_parts
_MONTH_PARTS = {"中": (11, 20), "尾": (21, 31)} | _W.month_parts
_YEAR_BRACKETS = {"前": -2, "去": -1, "今": 0, "明": 1}
_MONTH_BRACKETS = {"上": -1, "本": 0, "下": 1}

_YEAR = (
    rf"(?:(?P<y4>[12][0-9]{{3}}){SPACE}年(?!历史|的历史)(?:度(?!假))?"
    r"|(?P<ycn>[一二][〇零○一二三四五六七八九]{3})年(?:度(?!假))?"
    rf"|(?:中华)?民国(?P<roc>[0-9]{{1,3}}|[一二三四五六七八九十百零〇]{{1,5}}|元){SPACE}年(?!代)(?:度(?!假))?"
    rf"|(?P<yrel>{words(_W.years)})(?:度(?!假))?|(?P<ynam>{words(_W.named_years)})"
    r"|(?P<ybr>[去今明前])[（(](?:[0-9]{3,4})年?[)）]年(?:度(?!假))?)"
)
_SHORT_YEAR = r"(?:(?P<y2>[0-9]{2}|[〇零○一二三四五六七八九]{2})年|(?P<roc2>1[01][0-9])年)"
_QUARTER = rf"(?:第?(?P<q>[一二三四1-4])季{_NOT_A_SEASON}|Q(?P<q2>[1-4])(?![0-9A-Za-z])|(?P<qfirst>首季度?(?!报)))"
_BARE_QUARTER = (
    rf"(?:第(?P<q>[一二三四1-4])季{_NOT_A_SEASON}|(?P<q1>[一二三四1-4])季度(?!假)|(?P<qfirst>首季度?(?!报)))"
)
_HALF = r"(?:(?P<half>[上下前后]半年(?:度(?!假))?)(?!来|前|报)|H(?P<h>[12])(?![0-9A-Za-z-]))"
_FIRST_MONTHS = (
    r"(?:[前首头](?P<fq>[一二三两1-3])个?季度?"
    r"|[前首头](?P<fm>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?月)"
)
_SEASON = (
    r"(?:(?:初|早|暮|盛|仲|晚|深|入)?(?P<season>[春夏秋冬])(?:天|季(?!奥)|日(?!本))"
    r"|(?P<season1>[春夏秋冬])(?![节晚招日运奥眠装令笋耕闺雨分至衣泳游促]))"
)
_MONTH_PART = rf"(?:的?(?P<mp>上旬|中旬|下旬|上中旬|中下旬|上半月|下半月)|(?:的?月)?(?P<mp1>{_PART}))"
_MONTH = (
    rf"(?:(?P<m>{NUMERAL}|元){SPACE}月(?!龄|子|嫂|饼|租|大[的婴]|之内|内(?!部)|[巷路街])(?:份(?!额))?"
    rf"|(?P<mrel>{words(_W.months)})(?:份(?!额))?|(?P<mnam>{words(_W.named_months)})(?:份(?!额))?"
    r"|(?P<mbr>[上本下])[（(][0-9]{1,2}月?[)）]月)"
)
_DAYS = rf"(?P<da>{NUMERAL}){SPACE}(?:[日号]?{JOIN}|{LIST})(?P<db>{NUMERAL}){SPACE}[日号]"
_MONTH_BODY = (
    rf"{_MONTH}(?:{SPACE}{_DAYS}|{SPACE}的?{SPACE}(?P<d>{NUMERAL}){SPACE}[日号]|{SPACE}{_MONTH_PART}"
    rf"|{SPACE}(?P<d0>[0-9]{{1,2}})(?=[晚早凌]|{JOIN}[0-9]{{1,2}}月))?"
)
_MONTHS = (
    rf"(?:(?P<ma>{NUMERAL})(?:{JOIN}|{LIST})(?P<mb>{NUMERAL}){SPACE}月(?:份(?!额))?"
    r"|(?P<mpair>一二|二三|三四|四五|五六|六七|七八|八九|九十)月(?:份(?!额))?)"
)
_YEAR_PART = rf"(?P<yp>年初{_NOT_EARLY}|年中|年底{_NOT_END}|年末{_NOT_END}|年尾|{_PART})"
_IN_YEAR = "|".join((_MONTHS, _MONTH_BODY, _QUARTER, _HALF, _FIRST_MONTHS, _YEAR_PART, _SEASON))

_NOT_A_COUNT = "(?<![0-9.第每逢个])"
_NOT_A_COUNT_BUT_THIS = f"(?:{_NOT_A_COUNT}|(?<=[0-9])(?=[本上下这]个?月))"
"""混元2.0本月5日: the figure in front is a version."""
_DAY_BEHIND = (
    "(?!内|游|均|年化|元|本|线|谈|之内|间|里|来|以上|以内|无|假|制|龄|租|薪|活|语|系|程|常|光|子|照|志|记|历"
    "|后|之后|以后|过后|圆|产|报|经)"
)
_NO_DURATION = (
    "(?<![0-9.,第每逢近约满头首共逾超数整期续达时隔前后多到作余双单半+])(?<!为期)(?<!到期)(?<!停工)(?<!施工)"
    "(?<![一二三四五六七八九十百千万两])"
)
_NO_YEARS = "(?<![0-9一二三四五六七八九十百千万几数多每半两整全历当])"
_NO_MONTHS = "(?<![0-9一二三四五六七八九十个每逐两整蜜岁登])"
_MIDDLE_BARE = "(?=$|[，,。；;、前起至到以将就才便已推发完上启]|之前)"
# 10号线, 3号楼: a bare 号 counts only where a day of the month is likely.
_NUMBER_BEHIND = (
    "(?=$|[，,。；、]|凌晨|早|上午|中午|下午|晚|当|起(?!诉)|前|到|至|之前|以前|就|将|他|她|公司|正式|开始|宣布|发布)"
)
_NUMBERED = "(?![楼线员文位店机球电厂门院车馆仓通令房桌站井口桥炉船舰炮人选种产库坑矿棚段地台院营])"
_ISO_BEFORE = r"(?<![A-Za-z0-9_.\-/])"


def _year(g: dict[str, str | None]) -> tuple[int | None, int | None, bool]:
    """The year of a match: a number, or a shift, and whether it counts from a date named before."""
    if text := g.get("y4") or g.get("ycn"):
        return four_digits(text), None, False
    if text := g.get("y2"):
        short = four_digits(text)
        return short + (2000 if short < 50 else 1900), None, False
    if text := g.get("roc") or g.get("roc2"):
        return (1 if text == "元" else small_number(text)) + 1911, None, False
    if text := g.get("yrel"):
        return None, _W.years[text], False
    if text := g.get("ybr"):
        return None, _YEAR_BRACKETS[text], False
    if text := g.get("ynam"):
        return None, _W.named_years[text], True
    return None, None, False


def _months(g: dict[str, str | None]) -> tuple[int, int] | None:
    """The part of a year that a match names, as first and last month."""
    if text := g.get("q") or g.get("q1") or g.get("q2") or (g.get("qfirst") and "1"):
        quarter = small_number(text)
        return quarter * 3 - 2, quarter * 3
    if text := g.get("half"):
        return (1, 6) if text[0] in "上前" else (7, 12)
    if text := g.get("h"):
        return (1, 6) if text == "1" else (7, 12)
    if text := g.get("fq"):
        return 1, 3 * small_number(text)
    if text := g.get("fm"):
        count = small_number(text)
        return (1, count) if 1 <= count <= 11 else None
    if text := g.get("season") or g.get("season1"):
        return _W.seasons[text]
    if text := g.get("yp"):
        return _YEAR_PARTS[text]
    if text := g.get("mpair"):
        return small_number(text[0]), small_number(text[1])
    first, last = small_number(g.get("ma") or "0"), small_number(g.get("mb") or "0")
    if 1 <= first <= 12 and 1 <= last <= 12:
        return first, last if last >= first else last + 12
    return None


def _is_joined(match: re.Match[str]) -> bool:
    """Whether a range is written (1—6月), not a list (6、7月)."""
    return not re.search("[、和及]", match[0])


def _calendar(match: re.Match[str]) -> Calendar | None:
    g = match.groupdict()
    year, year_shift, named = _year(g)
    month: int | None = None
    month_shift: int | None = None
    if text := g.get("m"):
        month = 1 if text == "元" else small_number(text)
        if not 1 <= month <= 12:
            return None
    elif text := g.get("mrel"):
        month_shift = _W.months[text]
    elif text := g.get("mbr"):
        month_shift = _MONTH_BRACKETS[text]
    elif text := g.get("mnam"):
        month_shift, named = _W.named_months[text], True
    part = g.get("mp") or g.get("mp1") or (g.get("bmp") or "")[1:]
    written = g.get("d") or g.get("d0")
    day = small_number(written) if written else None
    if day is not None and not 1 <= day <= 31:
        return None
    days = _MONTH_PARTS[part] if part else None
    if g.get("da"):
        days = small_number(g["da"] or ""), small_number(g["db"] or "")
        if not 1 <= days[0] < days[1] <= 31:
            return None
    months = _months(g)
    if months is None and (g.get("ma") or g.get("fm")):
        return None
    return Calendar(
        year=year,
        month=month,
        day=day,
        months=months,
        days=days,
        spans=bool(g.get("mb") or g.get("db")) and _is_joined(match),
        year_shift=year_shift,
        month_shift=month_shift,
        named=named,
    )


def _years(match: re.Match[str]) -> Spec | None:
    first, last = match["ya"], match["yb"]
    start = four_digits(first)
    end = four_digits(last) if len(last) == 4 else start // 100 * 100 + four_digits(last)
    return Range(Calendar(year=start), Calendar(year=end)) if start < end < start + 200 else None


def _numeric(match: re.Match[str]) -> Spec | None:
    year, month, day = int(match["y"]), int(match["mo"]), match.groupdict().get("da")
    if not 1 <= month <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return Calendar(year=year, month=month, day=int(day) if day else None)


def _month_and_day(match: re.Match[str]) -> Spec | None:
    """7/4 and 7/4/2025; 28/6/2025 can only be the other way round."""
    month, day = int(match["mo"]), int(match["da"])
    year = match.groupdict().get("y")
    if month > 12 and year:
        month, day = day, month
    return Calendar(year=int(year) if year else None, month=month, day=day) if month <= 12 and 1 <= day <= 31 else None


def _year_season(match: re.Match[str]) -> Spec:
    word = match["yseason"] or match["yseason2"]
    return Calendar(year_shift=_W.year_seasons[word], months=_W.seasons[word[1]])


_DAY_FIRST = {*DIGITS, *NUMERALS}
_YEAR_FIRST = {*"12一二", "民国", "中华"} | initials(_W.years, _W.named_years) | pairs("去今明前", "（(")
_MONTH_FIRST = _DAY_FIRST | {"元月", "元 "} | initials(_W.months, _W.named_months) | pairs("上本下", "（(")


RULES: tuple[Rule, ...] = (
    # 2025年6月28日, 去年10月, 同年9月, 今年上半年, 2024年底, 2025年
    rule(_YEAR_FIRST, rf"{_YEAR}(?:的?{SPACE}(?:{_IN_YEAR}))?", _calendar, after="年", needs=NEEDS_ANTECEDENT),
    # 24年11月, 08年, 民国's years without its name
    rule(_DAY_FIRST, rf"{_SHORT_YEAR}的?{SPACE}(?:{_IN_YEAR})", _calendar, after="年"),
    rule("0", r"(?P<y2>0[0-9])年(?![0-9])", _calendar, after="年"),
    rule(
        DIGITS,
        r"(?:(?<=[在自从于到至])|(?:^|(?<=[。；，,\s])))(?P<y2>[0-2][0-9]|[89][0-9])年"
        r"(?=[，,他她我]|(?:开始|入职|加入|毕业|创立|成立|起(?!诉)))",
        _calendar,
        after="年",
    ),
    rule("1", r"(?<![0-9])(?P<roc2>1[01][0-9])年度(?!假)", _calendar, after="年"),
    # 2025Q3, 2025H1, 2025上半年
    rule(
        "12",
        rf"(?P<y4>(?:19|20)[0-9]{{2}}){SPACE}(?:{_QUARTER}|{_HALF})",
        _calendar,
        after="第Q一二三四1234首上下前后H",
    ),
    rule(DIGITS, r"(?<![0-9A-Za-z.])(?P<y2>[0-9]{2})Q(?P<q2>[1-4])(?![0-9A-Za-z])", _calendar, after="Q"),
    # 6月28日, 3月份, 8月中旬, 本月初, 上个月
    rule(_MONTH_FIRST, rf"{_NOT_A_COUNT_BUT_THIS}{_MONTH_BODY}", _calendar, after="月", needs=NEEDS_ANTECEDENT),
    rule(_DAY_FIRST, rf"{_NOT_A_COUNT}{_MONTHS}", _calendar, after=JOINS + "月"),
    # 三季度, 下半年, 年底, 月底, 前三季度
    rule(
        {*"第一二三四1234", "首季"},
        rf"(?<![0-9.A-Za-z》连续个第])(?<!财年)(?<!最近)(?<!过去)(?:{_BARE_QUARTER})",
        _calendar,
        after="季",
    ),
    rule(pairs("上下前后", "半"), rf"(?<![0-9A-Za-z过这])(?:{_HALF})", _calendar),
    rule(
        pairs("前首头", "二三两23") | pairs("前", DIGITS + NUMERALS),
        rf"{CLAUSE_START}(?:[前首头](?P<fq>[二三两23])个?季(?:度|(?=[，的营净财]))"
        r"|前(?P<fm>[0-9]{1,2}|[二两三四五六七八九十]{1,2})个?月)(?!后|前)",
        _calendar,
    ),
    rule(
        pairs("年", "初中底末尾"),
        rf"{_NO_YEARS}(?P<yp>年初{_NOT_EARLY}|年中{_MIDDLE_BARE}|年[底末]{_NOT_END}|年尾(?!声))",
        _calendar,
    ),
    rule(
        pairs("月", "初中底末"),
        rf"{_NO_MONTHS}(?P<bmp>月初{_NOT_EARLY}|月[底末]{_NOT_END}|月中旬?(?=$|[，,。；;、前起至到将]))",
        _calendar,
    ),
    rule(pairs("上中下", "旬"), r"(?P<mp>[上中下]旬)", _calendar),
    rule(
        pairs("春夏秋冬", "天季"),
        rf"{CLAUSE_START}(?P<season>[春夏秋冬])[天季](?=$|[，,。；、前起至到以结初末]|之前|他|她|公司|开始|将)",
        _calendar,
    ),
    rule(
        initials(_W.year_seasons),
        rf"(?P<yseason>{words(_W.year_seasons)})(?![节装季天款奥晚运])|(?P<yseason2>{words(_W.year_seasons)})[季天]",
        _year_season,
    ),
    # 2018—2020年, 2023至2025年
    rule(
        "12",
        rf"(?P<ya>[12][0-9]{{3}}){SPACE}年?{JOIN}(?P<yb>[12][0-9]{{3}}|[0-9]{{2}}){SPACE}年(?!龄|薪|级)",
        _years,
        after=JOINS + "年",
    ),
    # 28日, 二十八日, 9号, 3日至5日, without their month
    rule(
        _DAY_FIRST,
        rf"{_NO_DURATION}(?P<d>[0-9]{{1,2}}|(?:[二三]?十|[廿卅])[一二三四五六七八九]?){SPACE}日{_DAY_BEHIND}",
        _calendar,
        after="日",
    ),
    rule(
        NUMERALS,
        rf"{CLAUSE_START}(?P<d>[一二三四五六七八九])日(?=[，,上下晚凌早中深晨午傍至到-])",
        _calendar,
        after="日",
    ),
    rule(_DAY_FIRST, rf"{CLAUSE_START}(?P<d>{NUMERAL})号{_NUMBER_BEHIND}", _calendar, after="号"),
    rule(_DAY_FIRST, rf"(?<=[在于自从到至])(?P<d>{NUMERAL})号{_NUMBERED}", _calendar, after="号"),
    rule(
        _DAY_FIRST,
        rf"{_NO_DURATION}(?P<da>{NUMERAL}){SPACE}[日号]?{JOIN}(?P<db>{NUMERAL}){SPACE}日{_DAY_BEHIND}",
        _calendar,
        after=JOINS + "日号",
    ),
    # 2024.11.05, 2025-07-11, 2025/7/1, 2024-11, 2018.3-2021.5, 7/4/2025, 6/28（六）
    rule(
        "12",
        rf"{_ISO_BEFORE}(?P<y>(?:19|20)[0-9]{{2}})(?P<s>[-/.])(?P<mo>[0-9]{{1,2}})(?P=s)(?P<da>[0-9]{{1,2}})"
        r"(?![0-9\-/]|\.[0-9])",
        _numeric,
        after="-/.",
    ),
    rule(
        "12",
        rf"{_ISO_BEFORE}(?P<y>(?:19|20)[0-9]{{2}})[-/](?P<mo>0[1-9]|1[0-2])(?![0-9\-/.A-Za-z年])",
        _numeric,
        after="-/",
    ),
    rule(
        "12",
        rf"{_ISO_BEFORE}(?P<y>(?:19|20)[0-9]{{2}})[./](?P<mo>0?[1-9]|1[0-2])"
        r"(?=\s?[-–—~～至到]\s?(?:至今|今|(?:19|20)[0-9]{2})|[)）])",
        _numeric,
        after="./",
    ),
    rule(
        "12",
        r"(?<=[-–—~～至到])(?P<y>(?:19|20)[0-9]{2})[./](?P<mo>0?[1-9]|1[0-2])(?![0-9./])",
        _numeric,
        after="./",
    ),
    rule(
        DIGITS,
        r"(?<![0-9./\-])(?P<mo>[0-9]{1,2})/(?P<da>[0-9]{1,2})/(?P<y>(?:19|20)[0-9]{2})(?![0-9/])",
        _month_and_day,
        after="/",
    ),
    rule(
        DIGITS,
        r"(?<![0-9./\-])(?P<mo>[0-9]{1,2})/(?P<da>[0-9]{1,2})(?=[（(](?:周|星期)?[一二三四五六日][)）]|起(?!诉))",
        _month_and_day,
        after="/",
    ),
)
