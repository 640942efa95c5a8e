"""The Chinese grammar: patterns over the lexicon's words, each with the typed value that it tells.

Patterns are tried at one place and never look further than a few dozen characters, so cost stays linear. What follows a
word and makes it another one (上周日本 is no Sunday) is a look-ahead in the pattern; whole words are in the lexicon.
"""

import re

from talent_tui.tagging.dates import chinese_calendar, chinese_relative
from talent_tui.tagging.dates.patterns import NUMERAL, SPACE

RULES = chinese_calendar.RULES + chinese_relative.RULES

RECURRING = re.compile(
    r"(?:每逢|每到|每隔|每|逢)(?:一|个)?(?:年|季度?|个?月|星期|礼拜|周|天|日|晚|早)?的?(?:年)?[初中底末]?"
    rf"(?:{NUMERAL}月份?)?(?:{NUMERAL}[日号])?(?:(?:周|星期|礼拜)?[一二三四五六日天末](?!次))?"
    rf"(?:{SPACE}[至到、和及与-]{SPACE}(?:周|星期|礼拜)[一二三四五六日天末])*"
    rf"(?:{SPACE}[至到、和及与-]{SPACE}{NUMERAL}[日号])*"
)
"""Times that come again: no dates."""

LUNAR = re.compile(
    "(?:农历|阴历|旧历)(?:[0-9一二三四五六七八九〇零]{4}年|[今去明]年)?(?:[正一二三四五六七八九十冬腊]{1,2}月)?"
    "(?:初?[一二三四五六七八九十廿]{1,3}日?)?"
)
"""Days of the lunar calendar: left alone."""

ORDINAL = re.compile(
    r"第(?![二三]年|[二三四][天日])[0-9一二三四五六七八九十百]{1,4}(?:个[年月周季天星]|[周届期年月])(?!度)"
)
"""第三个月, 第17届: places in a row. 第二天 and 第二年 are dates behind a date."""

BRACKET = re.compile(
    r"[ \u3000]?[（(](?:(?:上|本|下|这)?(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六日](?=[)）])"
    r"|(?:今天|昨天|今日|昨日|前天|明天)"
    r"|(?:(?:(?P<y>(?:19|20)[0-9]{2})年)?(?P<m>[0-9]{1,2})月)?(?P<d>[0-9]{1,2})[日号]?)[)）](?:[日号](?!本))?"
)
"""A weekday or a day number in brackets belongs to the date before it."""

LASTING = re.compile(
    "(?:(?<=[等歇待干忙拖熬住花闲憋玩赖睡躺养租学休读练用过留不])(?<![期招看对接优]待)(?<!若干)(?<!帮忙)(?<!记住)(?<![退午]休)"
    "(?<![大开入中小留文科医同放]学)(?<![解阅]读)(?<!教练)(?<![利使引采沿应]用)(?<![超通经越不错]过)(?<!保留)"
    "上一个?(?:半年|年半?|周|月|星期|礼拜|季度?|阵)|上一年期)"
)
"""等上一周, 歇上一年: how long it lasts, 上 being the verb's."""

TITLE = re.compile("《[^《》\n]{1,60}》")
"""Titles are names: what looks like a date in them dates the work, if anything."""
