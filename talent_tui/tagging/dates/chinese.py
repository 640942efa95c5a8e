"""The Chinese grammar: patterns over the lexicon's words, each with the typed value that it tells.

Patterns are tried at one place and never look further than a few dozen characters, so cost stays linear. What follows a
word and makes it another one (上周日本 is no Sunday) is a look-ahead here; whole words are in the lexicon.
"""

import re

from talent_tui.lexicon.dates import date_words
from talent_tui.tagging.dates.patterns import JOIN, NUMERAL, SPACE, Rule, four_digits, small_number, words
from talent_tui.tagging.dates.spec import (
    WEEKEND,
    Calendar,
    Counted,
    Damaged,
    Past,
    PartSoFar,
    Range,
    Recent,
    Spec,
    Unit,
    Vague,
    Weekday,
    Years,
)

_W = date_words()

# A noun that 前 or 初, 中, 底, 末 makes another word with, so that the character does not belong to the date.
_NOT_EARLY = "(?!步|次(?!月)|始|级|中|创|恋|审|赛|试|选|学|稿|心|衷|高中|等教|衣|见端|具)"
_NOT_MIDDLE = "(?=$|[\\s，,。；;、：:！!？?）)」』”]|前|起|至|到|的(?!国)|将|就|才|便|已|推出|发布|完成|启动|上线|举|宣|之前|左右|以来|以前)"
_NOT_END = "(?!薪|层|盘|线|价|座|下|气|稿|片|细|特律|部|端|牌|蕴|子|色|班|位|尾|期|流|梢|路)"
_PART_GUARD = f"(?:初{_NOT_EARLY}|[底末]{_NOT_END}|中{_NOT_MIDDLE}|尾(?!声|牙|款|部|盘|数|号))"

_YEAR_PARTS = {"初": (1, 3), "中": (5, 8), "底": (10, 12), "末": (10, 12), "尾": (10, 12)} | _W.year_parts
_MONTH_PARTS = {"中": (11, 20), "尾": (21, 31)} | _W.month_parts

_FULL_YEAR = (
    rf"(?:(?P<y4>[12][0-9]{{3}}){SPACE}年(?!历史|的历史)(?:度(?!假))?"
    r"|(?P<ycn>[一二][〇零○一二三四五六七八九]{3})年(?:度(?!假))?"
    rf"|(?:中华)?民国(?P<roc>[0-9]{{1,3}}|[一二三四五六七八九十百零〇]{{1,5}}|元){SPACE}年(?!代)(?:度(?!假))?"
    rf"|(?P<yrel>{words(_W.years)})(?:度(?!假))?|(?P<ynam>{words(_W.named_years)})"
    r"|(?P<ybr>[去今明前])[（(](?:[0-9]{3,4})年?[)）]年(?:度(?!假))?)"
)
_SHORT_YEAR = r"(?:(?P<y2>[0-9]{2}|[〇零○一二三四五六七八九]{2})年|(?P<roc2>1[01][0-9])年)"
_QUARTER = r"(?:第?(?P<q>[一二三四1-4])季(?:度(?!假)|(?!节|后赛|前赛|更|开播|首播|报|酒店|青|豆|如|海|收官|综艺|里))|Q(?P<q2>[1-4])(?![0-9A-Za-z])|(?P<qfirst>首季度?))"
_BARE_QUARTER = r"(?:第(?P<q>[一二三四1-4])季(?:度(?!假)|(?!节|后赛|前赛|更|开播|首播|报|酒店|青|豆|如|海|收官|综艺|里))|(?P<q1>[一二三四1-4])季度(?!假)|Q(?P<q2>[1-4])(?![0-9A-Za-z])|(?P<qfirst>首季度?(?!报)))"
_HALF = r"(?:(?P<half>[上下前后]半年(?:度(?!假))?)(?!来|前|报)|H(?P<h>[12])(?![0-9A-Za-z-]))"
_FIRST_MONTHS = (
    r"(?:[前首头](?P<fq>[一二三两1-3])个?季度?|[前首头](?P<fm>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?月)"
)
_SEASON = r"(?:(?:初|早|暮|盛|仲|晚|深|入)?(?P<season>[春夏秋冬])(?:天|季(?!奥)|日(?!本))|(?P<season1>[春夏秋冬])(?![节晚招日运奥眠装令笋耕闺雨分至衣泳游促]))"
_MONTH_PART = rf"(?:的?(?P<mp>上旬|中旬|下旬|上半月|下半月)|(?:的月)?(?P<mp1>{_PART_GUARD}))"
_DAY = rf"(?P<d>{NUMERAL}){SPACE}[日号]"
_MONTH = (
    rf"(?:(?P<m>{NUMERAL}|元){SPACE}月(?!龄|子|嫂|饼|租|大[的婴]|之内|内(?!部))(?:份(?!额))?|(?P<mrel>{words(_W.months)})(?:份(?!额))?"
    rf"|(?P<mnam>{words(_W.named_months)})(?:份(?!额))?|(?P<mbr>[上本下])[（(][0-9]{{1,2}}月?[)）]月)"
)
_MONTH_BODY = rf"{_MONTH}(?:{SPACE}的?{SPACE}{_DAY}|{SPACE}{_MONTH_PART}|{SPACE}(?P<d0>[0-9]{{1,2}})(?=[晚早凌]|{JOIN}[0-9]{{1,2}}月))?"
_MONTHS = rf"(?:(?P<ma>{NUMERAL})(?:{JOIN}|{SPACE}[、和及]{SPACE})(?P<mb>{NUMERAL}){SPACE}月(?:份(?!额))?|(?P<mpair>一二|二三|三四|四五|五六|六七|七八|八九|九十)月(?:份(?!额))?)"
_DAYS = rf"{_MONTH}{SPACE}(?P<da>{NUMERAL}){SPACE}(?:[日号]?{JOIN}|{SPACE}[、和]{SPACE})(?P<db>{NUMERAL}){SPACE}[日号]"
_YEAR_PART = rf"(?P<yp>年初{_NOT_EARLY}|年中|年底{_NOT_END}|年末{_NOT_END}|年尾|{_PART_GUARD})"
_BARE_YEAR_PART = rf"(?<![0-9一二三四五六七八九十百千万几数多每半两整全历当])(?P<yp>年初{_NOT_EARLY}|年中(?=$|[，,。；;、前起至到以将就才便已推发完上启]|之前)|年底{_NOT_END}|年末{_NOT_END}|年尾(?!声))"
_BARE_MONTH_PART = rf"(?<![0-9一二三四五六七八九十个每逐两整蜜岁登]) ?(?P<bmp>月初{_NOT_EARLY}|月底{_NOT_END}|月末{_NOT_END}|月中旬?(?=$|[，,。；;、前起至到]))"


def _calendar(match: re.Match[str]) -> Spec | None:
    g = match.groupdict()
    year, year_shift, named = _year(g)
    month: int | None = None
    month_shift: int | None = None
    days: tuple[int, int] | None = None
    if g.get("m"):
        month = 1 if g["m"] == "元" else small_number(g["m"])
        if not 1 <= month <= 12:
            return None
    elif g.get("mrel"):
        month_shift = _W.months[g["mrel"]]
    elif g.get("mbr"):
        month_shift = {"上": -1, "本": 0, "下": 1}[g["mbr"]]
    elif g.get("mnam"):
        month_shift, named = _W.named_months[g["mnam"]], True
    part = g.get("mp") or g.get("mp1") or (g.get("bmp") or "")[1:]
    if part:
        days = _MONTH_PARTS[part]
    day = g.get("d") or g.get("d0")
    if day and not 1 <= small_number(day) <= 31:
        return None
    months = _months(g)
    if month and g.get("mb") is None and month is not None and months:
        return None
    return Calendar(
        year=year,
        month=month,
        day=small_number(day) if day else None,
        months=months,
        days=days,
        spans=bool(g.get("mb")) and _is_joined(match),
        year_shift=year_shift,
        month_shift=month_shift,
        named=named,
    )


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
        return None, {"去": -1, "今": 0, "明": 1, "前": -2}[text], False
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
    if g.get("ma") and g.get("mb"):
        first, last = small_number(g["ma"] or ""), small_number(g["mb"] or "")
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return None
        return first, last if last >= first else last + 12
    return None


def _is_joined(match: re.Match[str]) -> bool:
    """Whether a range is written (1—6月), not a list (6、7月)."""
    return not re.search("[、和及]", match[0])


def _year_months(match: re.Match[str]) -> Spec | None:
    g = match.groupdict()
    months = _months(g)
    year, shift, named = _year(g)
    return Calendar(year=year, year_shift=shift, named=named, months=months) if months else None


def _day_range(match: re.Match[str]) -> Spec | None:
    first, last = small_number(match["da"]), small_number(match["db"])
    base = _calendar(match)
    if not isinstance(base, Calendar) or not (1 <= first < last <= 31):
        return None
    return Calendar(
        year=base.year,
        month=base.month,
        days=(first, last),
        spans=_is_joined(match),
        year_shift=base.year_shift,
        month_shift=base.month_shift,
        named=base.named,
    )


def _year_range(match: re.Match[str]) -> Spec | None:
    first, last = match["ya"], match["yb"]
    start = four_digits(first)
    end = four_digits(last) if len(last) == 4 else start // 100 * 100 + four_digits(last)
    return Range(Calendar(year=start), Calendar(year=end)) if start < end < start + 200 else None


def _numeric(match: re.Match[str]) -> Spec | None:
    year, month, day = int(match["y"]), int(match["mo"]), match.groupdict().get("da")
    if not 1 <= month <= 12 or (day is not None and not 1 <= int(day) <= 31):
        return None
    return Calendar(year=year, month=month, day=int(day) if day else None)


def _american(match: re.Match[str]) -> Spec | None:
    month, day, year = int(match[1]), int(match[2]), int(match[3])
    if month > 12:
        month, day = day, month
    return Calendar(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month_slash_day(match: re.Match[str]) -> Spec | None:
    month, day = int(match[1]), int(match[2])
    return Calendar(month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _bare_day(match: re.Match[str]) -> Spec | None:
    day = small_number(match["d"] or match["d1"])
    return Calendar(day=day) if 1 <= day <= 31 else None


def _bare_days(match: re.Match[str]) -> Spec | None:
    first, last = small_number(match["da"]), small_number(match["db"])
    return Calendar(days=(first, last), spans=_is_joined(match)) if 1 <= first < last <= 31 else None


_UNITS: dict[str, Unit] = {
    "年": "year", "月": "month", "个月": "month", "周": "week", "个星期": "week", "星期": "week", "个礼拜": "week",
    "礼拜": "week", "天": "day", "日": "day", "个周": "week",
}  # fmt: skip
_UNIT_WORDS = words(_UNITS)
_COUNT = "[0-9]{1,3}|[一二两俩三四五六七八九十百]{1,4}"
_SEVERAL = "好几|几|数十|数百|数|若干|十几|十多|几十|多"
_BEFORE = (
    "(?:以前|之前|前(?!后|夕|往|去|来|述|途|线|景|端|者|提(?!交|出|供)|锋|任|员|总|列|台|方|面|三|[0-9两]+[个名]))"
)
_AFTER = "(?:以后|之后|过后|后(?!台|端|勤|续|代|生|备|卫|者|来|面|期|方|排|市|台))"


def _ago(match: re.Match[str]) -> Spec | None:
    sign = -1 if match["before"] else 1
    if match["several"]:
        return Vague()
    unit: Unit = _UNITS[match["unit"]]
    half_behind = match["tail"] == "半"
    if match["half"]:  # 半年, 半个月
        if unit == "year":
            return Counted("month", 6 * sign, loose=True, approximate=True)
        return Counted("day", 15 * sign, loose=True, approximate=True) if unit == "month" else None
    count = small_number(match["count"])
    if count == 0:
        return None
    if half_behind:  # 一年半
        if unit == "year":
            return Counted("month", (12 * count + 6) * sign, loose=True, approximate=True)
        return None
    if match["more"] == "个半":  # 两个半月
        return Counted("day", (30 * count + 15) * sign, loose=True, approximate=True)
    return Counted(unit, count * sign, loose=True, approximate=unit != "day" or bool(match["tail"] or match["more"]))


def _ago_month(match: re.Match[str]) -> Spec | None:
    count, month = small_number(match["count"]), small_number(match["m"])
    day = small_number(match["d"]) if match["d"] else None
    if not 1 <= month <= 12:
        return None
    return Calendar(year_shift=-count, month=month, day=day)


def _ago_season(match: re.Match[str]) -> Spec | None:
    return Calendar(year_shift=-small_number(match["count"]), months=_W.seasons[match["season"]])


def _ago_today(match: re.Match[str]) -> Spec | None:
    return Counted("year", -small_number(match["count"]), anniversary=True)


def _past(match: re.Match[str]) -> Spec | None:
    unit: Unit = _UNITS[match["unit"]]
    if match["several"]:
        return Recent()
    if match["half"]:
        return Past("month", 6) if unit == "year" else Past("day", 15) if unit == "month" else None
    count = small_number(match["count"])
    if match["tail"] == "半":
        return Past("month", 12 * count + 6) if unit == "year" else None
    if match["season"]:
        return Past("month", 3 * count)
    return Past(unit, count) if count else None


def _within(match: re.Match[str]) -> Spec | None:
    count = small_number(match["count"])
    return Past(_UNITS[match["unit"]], count, within=True) if count else None


def _unit(match: re.Match[str]) -> Spec:
    """今年, 本月, 上周 as a value."""
    word = match["base"]
    if word in _W.years:
        return Calendar(year_shift=_W.years[word])
    if word in _W.months:
        return Calendar(month_shift=_W.months[word])
    if word in _W.weeks:
        return Counted("week", _W.weeks[word])
    return Counted("day", _W.days.get(word, 0))


def _so_far(match: re.Match[str]) -> Spec | None:
    base = _unit(match)
    current = (isinstance(base, Calendar) and 0 in (base.year_shift, base.month_shift)) or (
        isinstance(base, Counted) and base.count == 0
    )
    if isinstance(base, Counted) and base.unit == "day":
        return base
    return PartSoFar(base, rest=bool(match["late"])) if current else base


def _weekday(match: re.Match[str]) -> Spec | None:
    day = WEEKEND if match["wd"] in ("末", "六日") else _W.weekdays[match["wd"]]
    if word := match.groupdict().get("week"):
        return Weekday(day, _W.weeks[word])
    if word := match.groupdict().get("nweek"):
        return Weekday(day, _W.named_weeks[word], named=True)
    return Weekday(day)


def _decade(match: re.Match[str]) -> Spec | None:
    text = match["dec"]
    if len(text) == 4:
        return Years(four_digits(text) // 10 * 10)
    tens = int(text) if text.isdigit() else (0 if text[0] in "零〇" else small_number(text[0] + "十"))
    if tens % 10 or tens > 90:
        return None
    if match["century"]:
        return Years((small_number(match["century"]) - 1) * 100 + tens)
    if match["last"]:
        return Years((1900 if match["last"].startswith("上") else 2000) + tens)
    return Years((1900 if tens >= 30 else 2000) + tens)


def _republic_decade(match: re.Match[str]) -> Spec | None:
    first = small_number(match["n"]) + 1911
    return Range(Calendar(year=first), Calendar(year=first + 9))


def _pair(match: re.Match[str]) -> Spec | None:
    if match[0] in _W.pairs.years:
        first, last = _W.pairs.years[match[0]]
        return Range(Calendar(year_shift=first), Calendar(year_shift=last))
    first, last = _W.pairs.days[match[0]]
    return Range(Counted("day", first), Counted("day", last))


def _quarter_shift(match: re.Match[str]) -> Spec | None:
    shift = {"上": -1, "本": 0, "这": 0, "当": 0, "下": 1}[match[0][0]]
    return Calendar(months=(1, 3), unit_shift=shift)


def _bracket_day(match: re.Match[str]) -> Spec | None:
    day = int(match["d"])
    if match[0][0] in "同当":
        return Calendar(day=day)
    shift = {"昨": -1, "今": 0, "明": 1, "前": -2, "后": 2}[match[0][0]]
    return Counted("day", shift) if not 1 <= day <= 31 else Calendar(day=day, month_shift=None)


# 周 and a numeral begin other words: 本周三大指数, 上周一家公司, 周日均.
_AFTER_NUMERAL = "(?:[个名位家款项次份条只台支篇笔十百千万亿]|大(?!会|早|厅)|场(?=[^上]))"
_WEEKDAY = (
    rf"(?P<wd>一(?!{_AFTER_NUMERAL}|则|度|些|直|批|起[^，,。]?诉|部|般|边|旦|切|致)|二(?!{_AFTER_NUMERAL}|手|线|期|元|维)"
    rf"|三(?!{_AFTER_NUMERAL}|星|亚|里|峡|维|人|方|季)|四(?!{_AFTER_NUMERAL}|川|季|人|大)|五(?!{_AFTER_NUMERAL}|粮|人|常)"
    rf"|六日|六(?!{_AFTER_NUMERAL}|福|合|人)|末(?!班|端)|日(?!本|元|产|均|报|常|照|程|志|活|圆|系|经|历|化)|天(?!津|猫|气|然|价|使|下|堂|才)(?:(?<!周天)|(?=$|[\s，,。；、晚早上下中凌深夜前到至])))"
)
_FUNCTION_CHARACTER = (
    "他她它我你们的地得在于将已曾又也还都就才便即再仍晚早午夜晨上下中里内前后起至到和与及或凌深盘收开发宣公表称说被把由从"
    "对向给让因为是有没不会可要能应需拟计举召播推出入去来回当约共全两例股版夜"
)
_PERSON_VERB = "(?:表示|说|称|认为|指出|透露|坦言|回应|在|向|对|是|曾|的|与|和|出任|加入|离职|辞职|担任|、|先生|女士|博士|老师|教授|总|没有|否认|告诉|写道|则|也)"
_NOT_A_NAME = rf"(?![一-鿿](?<![{_FUNCTION_CHARACTER}]){_PERSON_VERB})"

_CLAUSE_START = "(?:^|(?<=[\\s，,。；;：:！!？?“”「」『』（）()、《》在于自从至截是为将])|(?<=[^0-9]到)|(?<=早在)|(?<=直到)|(?<=这个)|(?<=那个))"
_DAY_BEHIND = "(?!内|游|均|年化|元|本|线|谈|之内|间|里|来|以上|以内|无|假|制|龄|租|薪|活|语|系|程|常|光|子|照|志|记|历|后|之后|以后|过后|圆|产|报|经)"
_NOT_COUNTED = "(?<![0-9.,第每逢近约满头首共逾超数整期续达时隔前后多到作余双单半+])(?<!为期)(?<!到期)(?<!停工)(?<!施工)"

RULES: tuple[tuple[str, Rule], ...] = ()
"""Pairs of the characters that a rule can begin with and the rule; filled below."""


def _rule(first: str, pattern: str, build: object, needs: tuple[str, ...] = ()) -> tuple[str, Rule]:
    return first, Rule(re.compile(pattern), build, needs)  # type: ignore[arg-type]


_NEEDS = tuple(_W.needs_antecedent.words)
_FIRST_YEAR = "12一二民中" + "".join({w[0] for w in (*_W.years, *_W.named_years)}) + "去今明前"
_FIRST_MONTH = "0123456789〇零一二三四五六七八九十廿卅元" + "".join({w[0] for w in (*_W.months, *_W.named_months)})
_NUMBERS = "0123456789〇零一二两俩三四五六七八九十百半几数若好多"

RULES = (
    # 2025年6月28日, 去年10月, 同年9月, 今年上半年, 2024年底, 2025年
    _rule(
        _FIRST_YEAR,
        rf"{_FULL_YEAR}(?:的?{SPACE}(?:{_DAYS}|{_MONTHS}|{_MONTH_BODY}|{_QUARTER}|{_HALF}|{_FIRST_MONTHS}|{_YEAR_PART}|{_SEASON}))?".replace(
            rf"{_DAYS}|", ""
        ),
        _calendar,
        _NEEDS,
    ),
    _rule(_FIRST_YEAR, rf"{_FULL_YEAR}的?{SPACE}{_DAYS}", _day_range, _NEEDS),
    _rule(
        "0123456789〇零一二三四五六七八九",
        rf"{_SHORT_YEAR}(?:的?{SPACE}(?:{_MONTHS}|{_MONTH_BODY}|{_QUARTER}|{_HALF}|{_YEAR_PART}|{_SEASON}))",
        _calendar,
    ),
    _rule("0", r"0[0-9]年(?![0-9])".replace("0[0-9]", "(?P<y2>0[0-9])"), _calendar),
    _rule(
        "123456789",
        r"(?:(?<=[在自从于到至])|(?:^|(?<=[。；，,\s])))(?P<y2>[0-2][0-9]|[89][0-9])年(?=[，,他她我]|(?:开始|入职|加入|毕业|创立|成立|起(?!诉)))",
        _calendar,
    ),
    # 2025Q3, 2025H1, 2025上半年
    _rule("12", rf"(?P<y4>(?:19|20)[0-9]{{2}}){SPACE}(?:{_QUARTER}|{_HALF})", _year_months),
    # 6月28日, 3月份, 8月中旬, 本月初, 上个月
    _rule(_FIRST_MONTH, rf"(?<![0-9.第每逢个]){_MONTH_BODY}", _calendar, _NEEDS),
    _rule(_FIRST_MONTH, rf"(?<![0-9.第每逢个]){_DAYS}", _day_range, _NEEDS),
    _rule(_FIRST_MONTH, rf"(?<![0-9.第每逢个]){_MONTHS}", _calendar),
    # 三季度, Q2, 下半年, 年底, 月底, 前三季度
    _rule(
        "第一二三四首1234Q",
        rf"(?<![0-9.A-Za-z》连续个奥迪第])(?<!Audi )(?<!财年)(?<!最近)(?<!过去)(?:{_BARE_QUARTER})",
        _calendar,
    ),
    _rule("上本下这当", r"(?:上|本|这|当|下)(?:一|个|一个)?季(?:度(?!假)|(?=[，,的度末初营毛财净]))", _quarter_shift),
    _rule("上下前后H", rf"(?<![0-9A-Za-z过这])(?:{_HALF})", _calendar),
    _rule(
        "前首头",
        rf"{_CLAUSE_START}(?:[前首头](?P<fq>[二三两2-3])个?季(?:度|(?=[，的营净财]))|前(?P<fm>[0-9]{{1,2}}|[二两三四五六七八九十]{{1,2}})个?月)(?!后|前)",
        _calendar,
    ),
    _rule("年", _BARE_YEAR_PART, _calendar),
    _rule("月", _BARE_MONTH_PART, _calendar),
    _rule("下上中", r"(?P<mp>[上中下]旬)", _calendar),
    _rule(
        "春夏秋冬",
        rf"{_CLAUSE_START}(?P<season>[春夏秋冬])[天季](?=$|[，,。；、前起至到以结初末]|之前|他|她|公司|开始|将)",
        _calendar,
    ),
    _rule(
        "今去明",
        rf"(?P<yseason>{words(_W.year_seasons)})(?![节装季天款奥晚运])|(?P<yseason2>{words(_W.year_seasons)})[季天]",
        lambda m: _year_season(m),
    ),
    # 2018—2020年, 2023至2025年
    _rule(
        "12",
        rf"(?P<ya>[12][0-9]{{3}}){SPACE}年?{JOIN}(?P<yb>[12][0-9]{{3}}|[0-9]{{2}}){SPACE}年(?!龄|薪|级)",
        _year_range,
    ),
    # 28日, 二十八日, 9月30号 without its month
    _rule(
        "0123456789〇零一二三四五六七八九十廿卅",
        rf"{_NOT_COUNTED}(?<![一二三四五六七八九十百千万两])(?P<d>[0-9]{{1,2}}|(?:[二三]?十|[廿卅])[一二三四五六七八九]?){SPACE}日{_DAY_BEHIND}(?P<d1>)",
        _bare_day,
    ),
    _rule(
        "一二三四五六七八九",
        rf"{_CLAUSE_START}(?P<d>[一二三四五六七八九])日(?=[，,上下晚凌早中深晨午傍至到-])",
        _bare_day,
    ),
    _rule(
        "123456789一二三四五六七八九十",
        rf"(?:{_CLAUSE_START}(?P<d>{NUMERAL})号(?=$|[，,。；、]|凌晨|早|上午|中午|下午|晚|当|起(?!诉)|前|到|至|之前|以前|就|将|他|她|公司|正式|开始|宣布|发布)"
        rf"|(?<=[在于自从到至])(?P<d1>{NUMERAL})号(?![楼线员文位店机球电厂门院车馆仓通令房桌站井口桥炉船舰炮人选种产库坑矿棚段地台院营]))",
        _bare_day,
    ),
    _rule(
        "123456789一二三四五六七八九十",
        rf"{_NOT_COUNTED}(?<![一二三四五六七八九十百])(?P<da>{NUMERAL}){SPACE}[日号]?{JOIN}(?P<db>{NUMERAL}){SPACE}日{_DAY_BEHIND}",
        _bare_days,
    ),
    # 2024.11.05, 2025-07-11, 2025/7/1, 2024-11
    _rule(
        "12",
        r"(?<![A-Za-z0-9_.\-/])(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<mo>[0-9]{1,2})(?P=s)(?P<da>[0-9]{1,2})(?![0-9\-/]|\.[0-9])",
        _numeric,
    ),
    _rule(
        "12", r"(?<![A-Za-z0-9_.\-/])(?P<y>(?:19|20)[0-9]{2})[-/](?P<mo>0[1-9]|1[0-2])(?![0-9\-/.A-Za-z年])", _numeric
    ),
    _rule(
        "12",
        r"(?<![A-Za-z0-9_.\-/])(?P<y>(?:19|20)[0-9]{2})[./](?P<mo>0?[1-9]|1[0-2])(?=\s?[-–—~～至到]\s?(?:至今|今|(?:19|20)[0-9]{2})|[)）])",
        _numeric,
    ),
    _rule("12", r"(?<=[-–—~～至到])(?P<y>(?:19|20)[0-9]{2})[./](?P<mo>0?[1-9]|1[0-2])(?![0-9./])", _numeric),
    _rule("0123456789", r"(?<![0-9./\-])([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![0-9/])", _american),
    _rule(
        "0123456789",
        r"(?<![0-9./\-])([0-9]{1,2})/([0-9]{1,2})(?=[（(](?:周|星期)?[一二三四五六日][)）])",
        _month_slash_day,
    ),
    # 三个月前, 两年后, 半年前, 几天后
    _rule(
        _NUMBERS,
        rf"(?<![0-9.一二三四五六七八九十百千万第每到至~～—–-])(?:(?P<half>大?半)|(?P<several>{_SEVERAL})|(?P<count>{_COUNT}))(?P<more>个半|个多|多)?{SPACE}"
        rf"(?P<unit>个?星期|个?礼拜|个?月|年|周|天|日)(?P<tail>半|多)?{SPACE}(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER}))",
        lambda m: None if _is_plain_month(m) or _is_day_of_month(m) else _ago(m),
    ),
    _rule(
        _NUMBERS,
        rf"(?<![0-9一二三四五六七八九十百千万第])(?P<count>{_COUNT})年(?:以前|之前|前)的?(?P<m>{NUMERAL})月(?:份(?!额)|(?P<d>{NUMERAL})[日号])?".replace(
            "(?P<d>", "(?P<d>"
        ),
        _ago_month,
    ),
    _rule(
        _NUMBERS,
        rf"(?<![0-9一二三四五六七八九十百千万第])(?P<count>{_COUNT})年(?:以前|之前|前)的?(?:那个)?(?P<season>[春夏秋冬])[天季]",
        _ago_season,
    ),
    _rule(
        _NUMBERS,
        rf"(?<![0-9一二三四五六七八九十百千万第])(?P<count>{_COUNT})年(?:以前|之前|前)的?(?:今天|今日)",
        _ago_today,
    ),
    # 过去三个月, 最近一周, 近半年
    _rule(
        "过最近刚",
        rf"(?:过去的?这?|最近的?这?|刚刚?过去的(?:这)?|(?<![了作达时历用费花续满待干职行任将相接附靠邻远临])近)(?:(?P<half>半)|(?P<several>几|数|若干|些)|(?P<count>{_COUNT})){SPACE}"
        rf"(?:(?P<season>个季度?)|个?(?P<unit>星期|礼拜|月|年|周|天|日))(?P<tail>半|多)?(?:以来|来|内|里|间|之内|中(?!国))?(?!经验|历史|的历史|之久|的经验|老|没|未|不见|薪|前|后|均)",
        lambda m: Past("month", 3 * small_number(m["count"] or "1")) if m["season"] else _past(m),
    ),
    # 一周内, 三天内
    _rule(_NUMBERS, rf"{_CLAUSE_START}(?P<count>{_COUNT})(?P<unit>个?星期|个月|周|天|日)(?:之内|以内|内)", _within),
    # 今年早些时候, 本月晚些时候
    _rule(
        "今本这去上昨",
        rf"(?P<base>{words([*_W.years, *_W.months, *_W.weeks, '今天', '昨天', '今日', '昨日'])})(?:的)?更?(?:(?P<early>早些时候|早些时|稍早时候|稍早前|稍早|早前|较早时候|较早前|较早|前些时候)|(?P<late>晚些时候|稍晚时候|稍晚|较晚时候))",
        _so_far,
    ),
    # 周一, 上周四, 本周末
    _rule("周星礼", rf"(?:周|星期|礼拜){_WEEKDAY}(?:(?<=末)|{_NOT_A_NAME})", _weekday),
    _rule("上本下这", rf"(?P<week>{words(_W.weeks)})(?:的?(?:周|星期|礼拜))?{_WEEKDAY}", _weekday),
    _rule("同当次", rf"(?P<nweek>{words(_W.named_weeks)})(?:的?(?:周|星期|礼拜))?{_WEEKDAY}", _weekday),
    _rule(
        "上本下这",
        rf"(?P<word>{words(_W.weeks)})(?![期刊转围密详折旋边]|到了)",
        lambda m: Counted("week", _W.weeks[m["word"]]),
    ),
    _rule(
        "同当次",
        rf"(?P<word>{words(_W.named_weeks)})(?![期刊转围密详折旋边])",
        lambda m: Counted("week", _W.named_weeks[m["word"]], named=True),
    ),
    # 昨天, 当天, 次日
    _rule(
        "".join({w[0] for w in _W.days}), rf"{words(_W.days)}(?!头条|学习的)", lambda m: Counted("day", _W.days[m[0]])
    ),
    _rule(
        "".join({w[0] for w in _W.named_days}),
        rf"{words(_W.named_days)}",
        lambda m: Counted("day", _W.named_days[m[0]], named=True),
        _NEEDS,
    ),
    _rule("昨今明前后同当", r"[昨今明前后同当][（(](?P<d>[0-9]{1,2})[日号]?[)）][日天晚]", _bracket_day),
    _rule("即", r"即日(?=起)", lambda m: Counted("day", 0)),
    _rule("去", "去年今[日天]", lambda m: Counted("year", -1, anniversary=True)),
    _rule(
        "上下这",
        rf"(?P<which>上上?个|下下?个|这个)周(?:{_WEEKDAY})",
        lambda m: Weekday(
            WEEKEND if m["wd"] in ("末", "六日") else _W.weekdays[m["wd"]],
            {"上": -1, "下": 1, "这": 0}[m["which"][0]] * (len(m["which"]) - 1 or 1) if m["which"] != "这个" else 0,
        ),
    ),
    _rule("今明昨前去", words([*_W.pairs.years, *_W.pairs.days]), _pair),
    # 近日, 最近, 前几天
    _rule(
        "".join({w[0] for w in _W.recent.words}),
        rf"(?<![距离比隔相]){words(_W.recent.words)}(?!点|端|邻|的一|一次|便|处|前后)",
        lambda m: Recent(),
    ),
    _rule("1", r"(?<![0-9])(?P<roc2>1[01][0-9])年度(?!假)", _calendar),
    _rule("中民", "(?:中华)?民国(?P<n>[0-9]{2,3}|[一二三四五六七八九]?十|一百(?:一十)?)年代", _republic_decade),
    # 20世纪80年代, 九十年代
    _rule(
        "0123456789一二三四五六七八九上本零",
        r"(?<![0-9])(?:(?P<century>[12][0-9]|十九|二十一?)世纪|(?P<last>上个?|本)世纪)?(?P<dec>[0-9]{3}0|[0-9]0|[一二三四五六七八九][十〇零○]|零零|[一二][〇零九][一二三四五六七八九〇零][〇零])年代(?:初期?|中期|中后期|末期?|后期|早期)?",
        _decade,
    ),
    # ?月29日: the digit is lost
    _rule("?？�□", rf"[?？�□]{SPACE}月{SPACE}(?P<d>{NUMERAL}){SPACE}日", lambda m: Damaged(small_number(m["d"]))),
)


def _year_season(match: re.Match[str]) -> Spec:
    word = match["yseason"] or match["yseason2"]
    return Calendar(year_shift=_W.year_seasons[word], months=_W.seasons[word[1]])


def _is_plain_month(match: re.Match[str]) -> bool:
    """Whether 3月前 means the month, not a count of months: those need 个 (三个月前) or 数."""
    return (
        match["unit"] == "月" and not match["several"] and match["more"] not in ("个半", "个多") and not match["half"]
    )


def _is_day_of_month(match: re.Match[str]) -> bool:
    """Whether 30日前 is a term (在30日前答复), not thirty days ago."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return (
        match["unit"] == "日"
        and bool(match["count"])
        and match["count"].isdigit()
        and before in tuple("在于须应请得需要将至到")
    )


RECURRING = re.compile(
    rf"(?:每逢|每到|每隔|每|逢)(?:一|个)?(?:年|季度?|个?月|星期|礼拜|周|天|日|晚|早)?的?(?:年)?[初中底末]?(?:{NUMERAL}月份?)?(?:{NUMERAL}[日号])?"
    rf"(?:(?:周|星期|礼拜)?[一二三四五六日天末](?!次))?(?:{SPACE}[至到、和及与-]{SPACE}(?:周|星期|礼拜)[一二三四五六日天末])*(?:{SPACE}[至到、和及与-]{SPACE}{NUMERAL}[日号])*"
)
"""Times that come again: no dates."""

LUNAR = re.compile(
    "(?:农历|阴历|旧历)(?:[0-9一二三四五六七八九〇零]{4}年|[今去明]年)?(?:[正一二三四五六七八九十冬腊]{1,2}月)?(?:初?[一二三四五六七八九十廿]{1,3}日?)?"
)
"""Days of the lunar calendar: left alone."""

BRACKET = re.compile(
    r"[ \u3000]?[（(](?:(?:上|本|下|这)?(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六日](?=[)）])|(?:今天|昨天|今日|昨日|前天|明天)"
    r"|(?:(?P<m>[0-9]{1,2})月)?(?P<d>[0-9]{1,2})[日号]?)[)）](?:[日号](?!本))?"
)
"""A weekday or a day number in brackets belongs to the date before it."""
