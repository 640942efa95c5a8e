"""Which organisations take part, and which are named in passing: a school where somebody once took a degree."""

import re

from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.page import Page

_SCHOOL = re.compile(
    r"(?:大学|学院|理工|University|Institute of Technology|College|MIT|Stanford|Harvard|Berkeley|CMU|Caltech|Tsinghua)$"
    r"|^(?:清华|北大|斯坦福|哈佛|伯克利|麻省|浙大|上海交大|复旦|普林斯顿|耶鲁|牛津|剑桥|港大|台大|中科大)"
)
_STUDIED_BEFORE = re.compile(
    r"(?:毕业于?|就读于?|考入|考上|保送|进入|本科|硕士|博士|求学于?|取得了?|获得?了?|拥有"
    r"|graduat\w+ (?:of|from)|degrees? (?:in [\w ]+ )?(?:from|at)|studied (?:[\w ]+ )?at|attended|alumn\w+ of"
    r"|dropped out of|PhD (?:from|at))[^，。,.]{0,10}$"
)
_STUDIED_AFTER = re.compile(
    r"^(?:[^，。,.]{0,10})(?:毕业|学位|博士|硕士|本科|校友|就读|求学|东门|西门|南门|北门|门口|校园|园区|学士|同学|学霸|少年班|姚班|出身"
    r"|\s(?:graduate|alumn\w+|degree|PhD|dropout|student))"
)
_WORKS = re.compile(r"教授|校长|院长|任教|讲师|研究员|professor|researcher|合作|捐赠|联合发布|表示|宣布")


_LISTED_AT = re.compile(r"(?:在|登陆|于|赴|向|到|冲刺|登上|敲开|从|撤出|挂牌)$")
"""Where shares are traded: 在港交所挂牌."""
_PLATFORM = frozenset(
    (
        "linkedin",
        "x",
        "weibo",
        "twitter",
        "facebook",
        "instagram",
        "zhihu",
        "maimai",
        "xiaohongshu",
        "bilibili",
        "reddit",
    )
)
"""The lexicon's ids of those on whose pages people write."""
_POSTS_BEFORE = re.compile(r"(?:在|[Oo]n|[Vv]ia)\s?$")
_POSTS_AFTER = re.compile(
    r"^\s?(?:上|发[文帖布]?|回应|辟谣|表示|写道|称|宣布|晒|留言|转发|直播|profile|post|page|account|that|in |on |,|\.)"
)


def _is_posting(page: Page, item: Found) -> bool:
    """Whether somebody only writes there: 在微博辟谣, wrote on X on Tuesday."""
    before, after = page.before(item.start), page.after(item.end)
    return bool(_POSTS_BEFORE.search(before) and _POSTS_AFTER.match(after))


def taking_part(page: Page, found: list[Found]) -> list[Found]:
    """The names without schools where somebody only studied, platforms on which somebody only writes, exchanges."""
    passing: dict[tuple[str | None, str], bool] = {}
    for item in found:
        if item.kind == "organisation" and (passes := _in_passing(page, item)) is not None:
            key = (item.known, item.form)
            passing[key] = passing.get(key, True) and passes
    return [item for item in found if not passing.get((item.known, item.form), False)]


def _in_passing(page: Page, item: Found) -> bool | None:
    """Whether an organisation is named in passing here; None of one that never is."""
    if item.known in _PLATFORM:
        return _is_posting(page, item)
    if item.form.endswith("交所"):
        return bool(_LISTED_AT.search(page.before(item.start)))
    return _is_schooling(page, item) if _SCHOOL.search(item.form) else None


def _is_schooling(page: Page, item: Found) -> bool:
    before, after = page.before(item.start), page.after(item.end)
    if _WORKS.search(after[:8]):
        return False
    return bool(_STUDIED_BEFORE.search(before) or _STUDIED_AFTER.match(after))
