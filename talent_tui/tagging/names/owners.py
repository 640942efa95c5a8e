"""Whose a team or a laboratory is: 驰岳智驾团队 of 驰岳汽车, 网易雷火工作室 of 网易."""

import re
from itertools import pairwise

from talent_tui.lexicon.names import NameLexicon
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.firm_forms import base
from talent_tui.tagging.names.groups import key_of
from talent_tui.tagging.names.page import HAN, Page

_HAN = re.compile(rf"[{HAN}]")
_UNIT = re.compile(
    r"(?:团队|部门|事业部|事业群|业务线|小组|实验室|研究院|研究所|工作室|工作室群|中心|Team|team|Labs?|Research)$"
)
_BETWEEN = frozenset(("", "的", "旗下", "旗下的", "内部的", " "))
_HOUSE = re.compile(
    r"(?:研究院|研究所|工作室群|工作室|影业|互娱|资本|创投|事业群组|事业群|事业部|(?:股份)?有限公司"
    r"|(?:资管|期货|信托|理财|租赁|寿险|财险)(?!经理|产品|业务|客户|顾问|计划|市场|行业|子公司|部))"
)
"""What a firm's own house is called; with the firm in front it is one name (网易雷火工作室)."""


_SUBSIDIARY = re.compile(r"(?:科技|证券|银行|保险|半导体|汽车|控股|传媒|影视|基金|微电子)$")
"""Right behind a known firm, an unknown one so called is the known one's: 京东币链科技."""
_BRANCH = re.compile(
    r"(中国|台湾|香港|日本|韩国|印度|新加坡|亚太|北美|欧洲|美国|英国|德国|东南亚)(?!区|地区|大陆)"
    r"((?:公司)?(?:前|原|现任|新任)?(?:董事长|总经理|总裁|首席执行官|CEO|执行长|[^，。；的和与]{0,4}总监|[^，。；的和与]{0,4}副总))?"
)
_AT_BRANCH = re.compile(r"(?:前|原|在|从|加入|进入|入职|离开|任职于?|加盟|转投|跳槽到?)$")
_LEAVES_BRANCH = re.compile(r"(?:当|做|任|担任|工作|离开|辞|离职|出任)")


def with_houses(page: Page, found: list[Found]) -> tuple[list[Found], dict[str, str]]:
    """The runs again, those of a firm and of its house right behind it made one; and the owner's key of each house."""
    owners: dict[str, str] = {}
    out: list[Found] = []
    skip = -1
    followers = {one.end: other for one, other in pairwise(found) if other.start == one.end}
    for item in found:
        if item.start < skip:
            continue
        if item.kind == "organisation" and (end := _house_end(page, item, followers.get(item.end))):
            form = page.text[item.start : end]
            owners[form] = key_of(item)
            item = Found(item.start, end, "organisation", 5.5, "a firm and its house", form)
            skip = end
        out.append(item)
    return out, owners


def _house_end(page: Page, item: Found, follower: Found | None) -> int | None:
    """Where the house of a firm ends that begins right behind the firm's name, or None."""
    if not _HAN.match(page.text[item.end - 1]):
        return _branch_end(page, item, follower)
    if item.form.endswith(("大学", "学院")):
        return None
    if follower is not None and follower.kind == "organisation" and follower.known is None:
        is_house = _HOUSE.search(follower.form) or _SUBSIDIARY.search(follower.form)
        return follower.end if is_house and _HAN.match(follower.form) else None
    match = _HOUSE.match(page.after(item.end, 6))
    if match is None:
        return _branch_end(page, item, follower)
    if follower is not None or page.cut[item.end + match.end()] or page.cut[item.end]:
        return None
    return item.end + match.end()


def _branch_end(page: Page, item: Found, follower: Found | None) -> int | None:
    """Where the name of a firm's branch in a country ends (Google台湾 in 进入Google台湾当业务), or None."""
    match = _BRANCH.match(page.after(item.end, 16))
    if match is None or follower is not None or page.cut[item.end]:
        return None
    at_work = _AT_BRANCH.search(page.before(item.start, 6)) and _LEAVES_BRANCH.match(
        page.after(item.end + match.end(1), 4)
    )
    return item.end + match.end(1) if match[2] or at_work else None


def houses_of_known(found: list[Found], lexicon: NameLexicon) -> dict[str, str]:
    """The owners that stand in front of a laboratory's name and are named nowhere else (阿里 in 阿里达摩院).

    Keys by the owner's key, with the form that names the owner.
    """
    owners: dict[str, str] = {}
    for item in found:
        house = lexicon.organisations[item.known] if item.known and item.kind == "organisation" else None
        if house is None or house.parent is None or house.kind not in ("lab", "team") or item.form == house.name:
            continue
        parent = lexicon.organisations[house.parent]
        own = {house.name, *house.also, *house.context, *house.near}
        for form in (parent.name, *parent.also, *parent.context):
            rest = item.form.removeprefix(form)
            if _HAN.match(form) and rest != item.form and rest in own:
                owners.setdefault(f"#{house.parent}", form)
    return owners


def owners_of(page: Page, found: list[Found], houses: dict[str, str]) -> dict[str, str]:
    """For the key of each team or laboratory that no list knows, the key of the organisation that it belongs to."""
    organisations = [item for item in found if item.kind == "organisation"]
    shorts: dict[str, str] = {}
    for item in organisations:
        for form in (item.form, base(item.form)):
            if form and len(form) > 1:
                shorts.setdefault(form, key_of(item))
    owners: dict[str, str] = {}
    for one, other in pairwise(organisations):
        if other.known is None and _UNIT.search(other.form) and page.text[one.end : other.start] in _BETWEEN:
            owners.setdefault(key_of(other), key_of(one))
    for item in organisations:
        if item.form in houses:
            owners[key_of(item)] = houses[item.form]
        elif item.known is None and _UNIT.search(item.form):
            prefixes = (item.form[:size] for size in range(len(item.form) - 2, 1, -1))
            owner = next((shorts[prefix] for prefix in prefixes if prefix in shorts), None)
            if owner is not None and owner != key_of(item):
                owners[key_of(item)] = owner
    return owners
