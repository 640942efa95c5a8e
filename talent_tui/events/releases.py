"""Releases: products, models and papers that come out, are delayed or dropped."""

import re
from collections.abc import Iterator

from talent_tui.events.arguments import following
from talent_tui.events.draft import Draft
from talent_tui.events.drafting import draft_of, is_negated, organisation_of
from talent_tui.events.movers import mover, moves
from talent_tui.events.origins import origin
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.products import makers
from talent_tui.lexicon.word_classes import is_a

_A_STAKE = re.compile(
    r"\s(?:an?\s|its\s|the\s)?(?:[\w%.-]+\s|\ue003\s){0,3}(?:stake|bid|offer|holding|takeover|deal|merger)\b"
)
"""Unveiled a $1.9 billion stake: nothing that is for sale comes out."""
_PAPER = re.compile(
    r"(?:了|一份|一封|的|其|首份|the\s|an?\s)*\s?[^,，]{0,10}?(?:内部信|公开信|声明|公告|消息|重讯|通知|邮件|讯息|重大|财报|备忘录|帖"
    r"|动态|视频|讲话|statement|memo|letter|announcement|partnership|alliance|tie-up|pact|deal|plan)"
)
_AN_ARTICLE = re.compile(r"[^,，。;；]{0,16}(?:一文|文章|博文|长文|短文|社论|专栏|演讲|观点|看法)")
"""发表《下半场》一文: what is written is a statement."""
_SO_LONG = re.compile(
    r"了?(?:不过|才|仅|不到|还不到|不足|刚)\s?(?:\d+|[一两二三四五六七八九十几半]+)\s?多?(?:个多?)?[天周月年]"
)
"""上线不过两个多月: how long it has been out."""
_MAY = re.compile(
    r"(?:可以|(?<!可)能够?|应该|悬念|谜底|答案|结果|一再|屡屡|屡次|频频|频繁|接连|连番|再三|动辄|总是|老是)[^,，。]{0,6}$"
)
_NO_PRODUCT = re.compile(
    r"了?一[位名]|\s?(?:会|者|方|日|价|量|商|股|债|节奏|团队|部门|线|效果|计划书|平台|失利|失败|遇冷|受挫|失意|折戟)"
)
_GIVEN_UP = re.compile(r"\s?(?:了|对|这|自己|工作|机会|收入|薪|权)")


_A_THING = re.compile(r"的[^,，。\ue000-\ue005]{1,6}[与和及、]$")
"""先进制程的研发与量产: the name of a task."""
_PRODUCT_BEFORE = re.compile(
    r"款|代|版|新品|新车|新药|车型|模型|系统|手机|机型|芯片|方案|功能|产品|[A-Za-z]+-?\d+\s?\S{0,6}$"
)
_A_FIRM_LISTS = re.compile(r"公司|企业|港股|美股|交所|交易所|在港|纳斯达克|科创板")
_A_FIRM = re.compile(
    r",\s(?:an?|his|her|their)\s(?:[a-z-]+\s){0,4}(?:start-?up|company|maker|firm|lab|venture|fund|developer|outfit|studio)\b"
)
_A_STORY = re.compile(
    r"\s(?:an?|its|the|their)\s(?:[\w,'’-]+\s){0,5}?(?:profile|story|article|investigation|expos[eé]|interview|report|piece|account)\b"
)
_IN_A_FIRM = re.compile(r"(?:现?已?就?在|于)\s?(\ue001)\s?(?:正式|低调|首次|公开)?$")
_DOES_IT = re.compile(r"说|称|表示|透露|介绍|预计|said|says|told")


def _is_product(lead: str) -> bool:
    """Whether what stands before 上市 is a thing for sale rather than a firm on an exchange."""
    return bool(_PRODUCT_BEFORE.search(lead)) and not _A_FIRM_LISTS.search(lead)


def release(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A发布P, P推迟; A released P. The organisation is the one that acts, makes the product, or is spoken of."""
    text = scene.text
    shown = following(scene, clause, trigger, ("org",), gap=4)
    company = scene.memory.companies.get(shown.ids[0]) if shown is not None else None
    new_firm = shown is not None and scene.language == "en" and _A_FIRM.match(scene.text, shown.end)
    if (
        company is not None
        and (company.kind in ("lab", "team") or new_firm)
        and trigger.word.lower().startswith(("unveil", "launch"))
    ):
        # Zuckerberg unveiled Meta Superintelligence Labs, X unveiled A, a maker of robots: founded, not released.
        by = subject(scene, clause, trigger, ("org", "person"))
        parent = scene.memory.parent(company.id)
        people = by.ids if by is not None and by.kind == "person" else ()
        to = parent if parent != company.id else None
        yield draft_of("found", scene, clause, trigger, by, to=to, companies=(parent, company.id), people=people)
        return
    if _A_STAKE.match(text, trigger.end):
        return
    if is_negated(scene, clause, trigger) or _PAPER.match(text, trigger.end) or _NO_PRODUCT.match(text, trigger.end):
        return
    if scene.language == "zh" and (
        _AN_ARTICLE.match(text, trigger.end)
        or _SO_LONG.match(text, trigger.end)
        or _MAY.search(text, clause.start, trigger.start)
    ):
        return
    rest = text[trigger.end : clause.end].strip("了 ,，。\n")
    if is_a(trigger.word, "needs_product"):
        if text[: trigger.start].endswith("的"):
            # 榜单上的首次亮相: a noun.
            return
        if len(rest) < 2 and not scene.dates(clause.start, clause.end):
            return
        if trigger.word == "放弃" and _GIVEN_UP.match(rest):
            return
    if scene.language == "zh" and (there := _IN_A_FIRM.search(text, clause.start, trigger.start)) is not None:
        # 5月就在A亮了相, of somebody who has left B: he has joined A.
        person = mover(scene, clause, trigger)
        if person is not None and person.kind == "person":
            to = scene.skeleton.name(there.start(1)).entity
            yield from moves(scene, clause, trigger, "join", person, origin(scene, clause, person, to), to, "appeared")
        return
    if text[: trigger.start].endswith(("管", "负责", "主管", "带")) or _A_THING.search(text[: trigger.start]):
        return
    if is_a(trigger.word, "ships_product") and not _is_product(text[clause.start : trigger.start]):
        return
    actor = subject(scene, clause, trigger, ("org", "person"))
    author = actor if actor is not None and actor.kind == "person" else None
    org = actor.ids[0] if actor is not None and actor.kind == "org" else organisation_of(scene, author)
    made = [m for m in makers(text[clause.start : clause.end]) if m in scene.memory.companies]
    guessed = org is None and not made
    org = org or (made[0] if made else None) or scene.memory.maker or scene.memory.firm
    if org is None:
        return
    if scene.memory.is_outlet(org) and actor is not None and _A_STORY.match(text, trigger.end):
        # The Atlantic published a profile of X: an outlet publishes.
        if scene.dates(clause.start, clause.end):
            people = scene.names([c for c in scene.right(clause, trigger.end) if c.kind == "person"])
            yield draft_of("report", scene, clause, trigger, actor, companies=(org,), people=people)
        return
    draft = draft_of("release", scene, clause, trigger, actor, companies=(org,))
    if author is not None and not is_a(trigger.word, "ships_product"):
        between = text[author.end : trigger.start]
        own = author.start >= clause.start or "《" not in text[clause.start : trigger.start]
        draft.people = author.ids if own and not _DOES_IT.search(between) else ()
    if guessed:
        draft.weak.append("organisation from context")
    yield draft
