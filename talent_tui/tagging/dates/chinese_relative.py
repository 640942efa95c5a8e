"""Chinese dates that count from another day: yesterday, last week, 周四, 三个月后, 过去一周, 近日; and decades."""

import re

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates.chinese_calendar import CLAUSE_START, NEEDS_ANTECEDENT
from talent_tui.tagging.dates.patterns import (
    DIGITS,
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
from talent_tui.tagging.dates.spec import (
    WEEKEND,
    Calendar,
    Counted,
    Damaged,
    PartSoFar,
    Past,
    Range,
    Recent,
    Spec,
    Unit,
    Vague,
    Weekday,
    Years,
)

_W = date_words()

_UNITS: dict[str, Unit] = {
    "年": "year", "月": "month", "个月": "month", "周": "week", "个星期": "week", "星期": "week", "个礼拜": "week",
    "礼拜": "week", "天": "day", "日": "day",
}  # fmt: skip
_AFTER_COUNT = "个年月周星礼天日半多"
_COUNT_FIRST = {*DIGITS, *NUMERALS} | pairs("两俩百", _AFTER_COUNT + "十百 ")
_COUNT = "[0-9]{1,3}|[一二两俩三四五六七八九十百]{1,4}"
_SEVERAL = "好几|几|数十|数百|数|若干|十几|十多|几十|多"
_BEFORE = (
    "(?:以前|之前|前(?!后|夕|往|去|来|述|途|线|景|端|者|提(?!交|出|供)|锋|任|员|总|列|台|方|面|三|[0-9两]+[个名]))"
)
_AFTER = "(?:以后|之后|过后|后(?!台|端|勤|续|代|生|备|卫|者|来|面|期|方|排|市))"
_NOT_COUNTING = "(?<![0-9一二三四五六七八九十百千万第])"
_NOT_IN_RANGE = "(?<![0-9.一二三四五六七八九十百千万第每到至~～—–-])"

# 周 and a numeral begin other words: 本周三大指数, 上周一家公司, 周日均.
_AFTER_NUMERAL = "(?:[个名位家款项次份条只台支篇笔十百千万亿]|大(?!会|早|厅)|场(?=[^上]))"
_WEEKDAY = (
    rf"(?P<wd>一(?!{_AFTER_NUMERAL}|则|度|些|直|批|起[^，,。]?诉|部|般|边|旦|切|致|线(?![上下]))"
    rf"|二(?!{_AFTER_NUMERAL}|手|线|期|元|维)|三(?!{_AFTER_NUMERAL}|星|亚|里|峡|维|人|方|季)"
    rf"|四(?!{_AFTER_NUMERAL}|川|季|人|大)|五(?!{_AFTER_NUMERAL}|粮|人|常)|六日|六(?!{_AFTER_NUMERAL}|福|合|人)"
    r"|末(?!班|端|档(?!期))|日(?!本(?!打算|来|想|该|计划|要)|元|产|均|报|常|照|程|志|活|圆|系|经|历|化)"
    r"|天(?!津|猫|气|然|价|使|下|堂|才)(?:(?<!周天)|(?=$|[\s，,。；、晚早上下中凌深夜前到至])))"
)
_FUNCTION_CHARACTERS = (
    "他她它我你们的地得在于将已曾又也还都就才便即再仍晚早午夜晨上下中里内前后起至到和与及或凌深盘收开发宣公表称说被把由从"
    "对向给让因为是有没不会可要能应需拟计举召播推出入去来回当约共全两例股版"
)
_PERSON_VERBS = (
    "(?:表示|说|称|认为|指出|透露|坦言|回应|在|向|对|是|曾|的|与|和|出任|加入|离职|辞职|担任|、|先生|女士|博士|老师|教授|总"
    "|没有|否认|告诉|写道|则|也)"
)
_NOT_A_NAME = rf"(?![一-鿿](?<![{_FUNCTION_CHARACTERS}]){_PERSON_VERBS})"
"""周一鸣表示: a person of the family Zhou, not a Monday; one character of no other use, then what persons do."""

_BASES = {*_W.years, *_W.months, *_W.weeks, "今天", "昨天", "今日", "昨日"}
_EARLIER = "早些时候|早些时|稍早时候|稍早前|稍早|早前|较早时候|较早前|较早|前些时候"
_LATER = "晚些时候|稍晚时候|稍晚|较晚时候"
_NOT_A_WEEK = "(?![期刊转围密详折旋边]|到了)"
_THESE_WEEKS = {"上": -1, "下": 1, "这": 0}


def _ago(match: re.Match[str]) -> Spec | None:
    """三个月前, 两年后, 半年前, 两个半月前, 几天后."""
    if _is_month(match) or _is_term(match):
        return None
    if match["several"]:
        return Vague()
    sign = -1 if match["before"] else 1
    unit = _UNITS[match["unit"]]
    if match["half"]:
        if unit == "year":
            return Counted("month", 6 * sign, loose=True, approximate=True)
        return Counted("day", 15 * sign, loose=True, approximate=True) if unit == "month" else None
    count = small_number(match["count"])
    if count == 0:
        return None
    if match["tail"] == "半":
        months = 12 * count + 6
        return Counted("month", months * sign, loose=True, approximate=True) if unit == "year" else None
    if match["more"] == "个半":
        return Counted("day", (30 * count + 15) * sign, loose=True, approximate=True)
    rough = unit != "day" or bool(match["tail"] or match["more"])
    return Counted(unit, count * sign, loose=True, approximate=rough)


def _is_month(match: re.Match[str]) -> bool:
    """Whether 3月前 means the month, not a count of months: those need 个 (三个月前) or 数."""
    counted = match["several"] or match["half"] or match["more"] in ("个半", "个多")
    return match["unit"] == "月" and not counted


def _is_term(match: re.Match[str]) -> bool:
    """Whether 30日前 is a term (在30日前答复), not thirty days ago."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    count = match["count"] or ""
    return match["unit"] == "日" and count.isdigit() and before in tuple("在于须应请得需要将至到")


def _ago_month(match: re.Match[str]) -> Spec | None:
    """三年前的6月; 两年后的7月, counted from the year named before."""
    month, day, later = small_number(match["m"]), match["d"], bool(match["later"])
    shift = small_number(match["count"]) * (1 if later else -1)
    if not 1 <= month <= 12:
        return None
    return Calendar(year_shift=shift, month=month, day=small_number(day) if day else None, named=later)


def _past(match: re.Match[str]) -> Spec | None:
    """过去三个月, 最近一周, 近半年."""
    if match["unit"] == "月" and match["count"] and not match["piece"]:
        # 刚刚过去的6月 is June.
        return None
    if match["several"]:
        return Recent()
    count = small_number(match["count"] or "1")
    if match["quarters"]:
        return Past("month", 3 * count)
    unit = _UNITS[match["unit"]]
    if match["half"]:
        return Past("month", 6) if unit == "year" else Past("day", 15) if unit == "month" else None
    if match["tail"] == "半":
        return Past("month", 12 * count + 6) if unit == "year" else None
    return Past(unit, count) if count else None


def _within(match: re.Match[str]) -> Spec | None:
    count = small_number(match["count"])
    return Past(_UNITS[match["unit"]], count, within=True) if count else None


def _so_far(match: re.Match[str]) -> Spec:
    """今年早些时候, 本周晚些时候; of a unit that is over (去年早些时候) the whole."""
    word = match["base"]
    base: Calendar | Counted
    if word in _W.years:
        base = Calendar(year_shift=_W.years[word])
        current = base.year_shift == 0
    elif word in _W.months:
        base = Calendar(month_shift=_W.months[word])
        current = base.month_shift == 0
    elif word in _W.weeks:
        base = Counted("week", _W.weeks[word])
        current = base.count == 0
    else:
        return Counted("day", _W.days[word])
    return PartSoFar(base, rest=bool(match["late"])) if current else base


_ONE_OF_MANY = re.compile(r"(?:[一某每哪整]个|又一个|多个|几个)$")
"""9月的一个周末: which one is not told."""


def _weekday(match: re.Match[str]) -> Spec | None:
    """周四, 上周四, 当周四, 下个周末."""
    if _ONE_OF_MANY.search(match.string, max(0, match.start() - 3), match.start()):
        return None
    g = match.groupdict()
    day = WEEKEND if g["wd"] in ("末", "六日") else _W.weekdays[g["wd"] or ""]
    if word := g.get("week"):
        return Weekday(day, _W.weeks[word])
    if word := g.get("nweek"):
        return Weekday(day, _W.named_weeks[word], named=True)
    if word := g.get("which"):
        return Weekday(day, _THESE_WEEKS[word[0]] * (len(word) - 1))
    return Weekday(day)


def _decade(match: re.Match[str]) -> Spec | None:
    text = match["dec"]
    if len(text) == 4:
        return Years(four_digits(text) // 10 * 10)
    tens = int(text) if text.isdigit() else (0 if text[0] in "零〇" else small_number(text[0] + "十"))
    if match["century"]:
        return Years((small_number(match["century"]) - 1) * 100 + tens)
    if match["last"]:
        return Years((1900 if match["last"].startswith("上") else 2000) + tens)
    return Years((1900 if tens >= 30 else 2000) + tens)


def _republic_decade(match: re.Match[str]) -> Spec:
    first = small_number(match["n"]) + 1911
    return Range(Calendar(year=first), Calendar(year=first + 9))


def _pair(match: re.Match[str]) -> Spec:
    """今明两年, 昨今两天."""
    if match[0] in _W.pairs.years:
        first, last = _W.pairs.years[match[0]]
        return Range(Calendar(year_shift=first), Calendar(year_shift=last))
    first, last = _W.pairs.days[match[0]]
    return Range(Counted("day", first), Counted("day", last))


def _quarter(match: re.Match[str]) -> Spec:
    return Calendar(months=(1, 3), unit_shift={"上": -1, "下": 1}.get(match[0][0], 0))


RULES: tuple[Rule, ...] = (
    rule(
        _COUNT_FIRST | pairs("半几数多", _AFTER_COUNT + "十百 ") | {"大半", "若干", "好几"},
        rf"{_NOT_IN_RANGE}(?:(?P<half>大?半)|(?P<several>{_SEVERAL})|(?P<count>{_COUNT}))(?P<more>个半|个多|多)?{SPACE}"
        rf"(?P<unit>个?星期|个?礼拜|个?月|年|周|天|日)(?P<tail>半|多)?{SPACE}(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER}))",
        _ago,
        after=_AFTER_COUNT + "几",
    ),
    rule(
        {"又过", "又隔"},
        rf"又[过隔]了?(?:(?P<half>大?半)|(?P<several>{_SEVERAL})|(?P<count>{_COUNT}))(?P<more>个半|个多|多)?"
        rf"(?P<unit>个?星期|个?礼拜|个月|年|周|天)(?P<tail>半|多)?(?P<before>(?!))?(?=[,，])",
        _ago,
    ),
    rule(
        _COUNT_FIRST,
        rf"{_NOT_COUNTING}(?P<count>{_COUNT})年(?:以前|之前|前|(?P<later>以后|之后|后))的?(?P<m>{NUMERAL})月(?:份(?!额)|(?P<d>{NUMERAL})[日号])?",
        _ago_month,
        after="年",
    ),
    rule(
        _COUNT_FIRST,
        rf"{_NOT_COUNTING}(?P<count>{_COUNT})年(?:以前|之前|前)的?(?:那个)?(?P<season>[春夏秋冬])[天季]",
        lambda m: Calendar(year_shift=-small_number(m["count"]), months=_W.seasons[m["season"]]),
        after="年",
    ),
    rule(
        _COUNT_FIRST,
        rf"{_NOT_COUNTING}(?P<count>{_COUNT})年(?:以前|之前|前)的?(?:今天|今日)",
        lambda m: Counted("year", -small_number(m["count"]), anniversary=True),
        after="年",
    ),
    rule(
        {"过去", "最近", "刚刚", "刚过"} | pairs("近", DIGITS + NUMERALS + "半几数若些两俩百 "),
        r"(?:过去的?这?|最近的?这?|刚刚?过去的(?:这)?|(?<![了作达时历用费花续满待干职行任将相接附靠邻远临])近)"
        rf"(?:(?P<half>半)|(?P<several>几|数|若干|些)|(?P<count>{_COUNT})){SPACE}"
        r"(?:(?P<quarters>个季度?)|(?P<piece>个)?(?P<unit>星期|礼拜|月|年|周|天|日))(?P<tail>半|多)?"
        r"(?:以来|来|内|里|间|之内|中(?!国))?(?!经验|历史|的历史|之久|的经验|老|没|未|不见|薪|前|后|均)",
        _past,
    ),
    rule(
        _COUNT_FIRST,
        rf"{CLAUSE_START}(?P<count>{_COUNT})(?P<unit>个?星期|个月|周|天|日)(?:之内|以内|内)",
        _within,
        after="个星周天日",
    ),
    rule(
        initials(_BASES),
        rf"(?P<base>{words(_BASES)})的?更?(?:(?P<early>{_EARLIER})|(?P<late>{_LATER}))",
        _so_far,
    ),
    # Weeks and weekdays
    rule(("周", "星期", "礼拜"), rf"(?:周|星期|礼拜){_WEEKDAY}(?:(?<=末)|{_NOT_A_NAME})", _weekday),
    rule(initials(_W.weeks), rf"(?P<week>{words(_W.weeks)})(?:的?(?:周|星期|礼拜))?{_WEEKDAY}", _weekday),
    rule(initials(_W.named_weeks), rf"(?P<nweek>{words(_W.named_weeks)})(?:的?(?:周|星期|礼拜))?{_WEEKDAY}", _weekday),
    rule(("上个", "上上", "下个", "下下"), rf"(?P<which>上上?个|下下?个)周{_WEEKDAY}", _weekday),
    rule(initials(_W.weeks), rf"{words(_W.weeks)}{_NOT_A_WEEK}", lambda m: Counted("week", _W.weeks[m[0]])),
    rule(
        initials(_W.named_weeks),
        rf"{words(_W.named_weeks)}{_NOT_A_WEEK}",
        lambda m: Counted("week", _W.named_weeks[m[0]], named=True),
    ),
    # Days
    rule(initials(_W.days), rf"{words(_W.days)}(?!学习的)", lambda m: Counted("day", _W.days[m[0]])),
    rule(
        initials(_W.named_days),
        words(_W.named_days),
        lambda m: Counted("day", _W.named_days[m[0]], named=True),
        needs=NEEDS_ANTECEDENT,
    ),
    rule(
        pairs("昨今明前后同当", "（("),
        r"[昨今明前后同当][（(](?P<d>[12]?[1-9]|[123]0|31|0[1-9])[日号]?[)）][日天晚]",
        lambda m: Calendar(day=int(m["d"])),
    ),
    rule(("即日",), r"即日(?=起)", lambda m: Counted("day", 0, loose=True)),
    rule(
        ("去年", "明年"),
        "[去明]年今[日天](?!头条)",
        lambda m: Counted("year", -1 if m[0][0] == "去" else 1, anniversary=True),
    ),
    rule(initials(_W.pairs.years, _W.pairs.days), words([*_W.pairs.years, *_W.pairs.days]), _pair),
    rule(
        pairs("上本下这当", "一个季"),
        r"[上本这当下](?:一|个|一个)?季(?:度(?!假)|(?=[，,的度末初营毛财净]))"
        r"|[上本下]季(?![节候赛新番军度]|最佳|冠军|后赛|综艺|第)",
        _quarter,
    ),
    rule(
        initials(_W.recent.words),
        rf"(?<![距离比隔相])(?<![趁用把将以占](?=这段)){words(_W.recent.words)}(?!点|端|邻|的一|一次|便|处|前后)",
        lambda m: Recent(),
    ),
    # Decades
    rule(
        ("中华", "民国"), "(?:中华)?民国(?P<n>[0-9]{2,3}|[一二三四五六七八九]?十|一百(?:一十)?)年代", _republic_decade
    ),
    rule(
        {*DIGITS, *NUMERALS, "上世", "上个", "本世"},
        r"(?<![0-9])(?:(?P<century>[12][0-9]|十九|二十一?)世纪|(?P<last>上个?|本)世纪)?"
        r"(?P<dec>[0-9]{3}0|[0-9]0|[一二三四五六七八九][十〇零○]|零零|[一二][〇零九][一二三四五六七八九〇零][〇零])年代"
        r"(?:初期?|中期|中后期|末期?|后期|早期)?",
        _decade,
        after="年世",
    ),
    # ?月29日: the digit is lost
    rule(
        pairs("?？�□", "月 "),
        rf"[?？�□]{SPACE}月{SPACE}(?P<d>{NUMERAL}){SPACE}日",
        lambda m: Damaged(small_number(m["d"])),
    ),
)
