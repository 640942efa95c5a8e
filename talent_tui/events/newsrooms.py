"""Outlets that take part in what they are named for: a paper whose publisher quits is a firm, not a teller."""

import re
from collections import Counter

import msgspec

from talent_tui.model import Company, Tagged

_BEFORE = re.compile(
    r"(?:\b(?:publishers?|owners?|staff|newsroom|chief executive|president|chairman|chair|boss|employees?|columnists?"
    r"|anchor|parent|editor-in-chief|executive editor|board|union|pages|desk|section|bureau)\s(?:of|at)\s(?:the\s)?"
    r"|\b(?:joined|joins|joining|rejoined|left|leaves|leaving|quit|quits|bought|buys|buying|acquired?|sold|selling"
    r"|poached from|runs|running|ran|[Aa]t|[Ii]nside)\s(?:the\s)?"
    r"|(?:加入|加盟|入职|离开|跳槽到|跳槽至|转投|收购了?|买下了?|告别|任职于|供职于))$"
)
_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:publisher|owner|newsroom|staff|employees|anchors|hosts|viewers|ratings|chief executive|parent"
    r"|board|union|had hired|has hired|hired|hires"
    r"|laid off|lays off|cut|cuts|named|names|appointed|appoints|lost|fired|sacked|is cutting"
    r"|and its (?:publisher|owner))"
    r"|(?:宣布)?(?:裁员|资遣|停刊|换帅|换将|总编辑|总编|主编|社长|董事长|总裁|创办人|创始人|编辑部|员工)"
)
_THERE = re.compile(r"(?:^|[.!?]\s)At\s(?:the\s)?$")
"""At CBS News, X is leaving."""
_REGISTER = re.compile(r"(?:App|APP|数据|信息|平台)*(?:显示|所示|工商信息)")
"""天眼查显示: a register of firms tells, and takes no part."""
_TIMES = 2
"""So often an outlet that tells something too must be spoken of as a firm; once may only be somebody's address."""
_TELLS = re.compile(
    r"\s(?:\w+\s){0,2}?(?:reported|reports|wrote|writes|said|says|revealed|published)\b|[^，。]{0,6}(?:报道|报导|披露|独家|称)"
)
_TOLD = re.compile(r"(?:\b(?:told|telling|tells|[Aa]ccording to|interview with|by)\s(?:the\s)?|据|告诉)《?$")
_REACH = 30


def companies_of(tagged: Tagged) -> dict[str, Company]:
    """The companies by id, with those outlets as firms that the article speaks of as firms."""
    companies = {c.id: c for c in tagged.companies}
    text = tagged.clean.text
    spoken_of: Counter[str] = Counter()
    credited: set[str] = set()
    for name in tagged.names:
        if name.kind == "organisation" and _REGISTER.match(text, name.end):
            companies[name.entity] = msgspec.structs.replace(companies[name.entity], kind="outlet")
        elif name.kind == "organisation" and companies[name.entity].kind == "outlet":
            before, behind = text[max(0, name.start - _REACH) : name.start], text[name.end : name.end + _REACH]
            if _TELLS.match(behind) or (_TOLD.search(before) and not _BEHIND.match(behind)):
                credited.add(name.entity)
            alone = _TIMES if _THERE.search(before) and behind.startswith(",") else 0
            spoken_of[name.entity] += alone or bool(_BEFORE.search(before) or _BEHIND.match(behind))
    for outlet, times in spoken_of.items():
        if times >= _TIMES or (times and outlet not in credited):
            companies[outlet] = msgspec.structs.replace(companies[outlet], kind="firm")
    return companies
