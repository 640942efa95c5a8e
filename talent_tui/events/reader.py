"""Read an article from top to bottom and draft what it tells."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

import msgspec

from talent_tui.events import appointments, hiring, moves, organisations, sayings
from talent_tui.events.chunks import Trigger
from talent_tui.events.arguments import is_preposed
from talent_tui.events.dating import SENTENCE_DATE, Continuity, day_of_event, find_date, seen_from
from talent_tui.events.draft import Draft
from talent_tui.events.roster import entry, heading_of, rosters
from talent_tui.events.scene import Clause, Memory, Scene
from talent_tui.events.skeleton import Skeleton, skeletons
from talent_tui.events.status import outlets_of, settle, status_of
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.products import makers
from talent_tui.model import Article, DateSpan, Publication, Tagged

Frame = Callable[[Scene, Clause, Trigger], Iterator[Draft]]


def _hire(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """People hired by name or number; else recruiting, which is an offer."""
    drafts = list(hiring.hire(scene, clause, trigger))
    yield from drafts or sayings.recruiting(scene, clause, trigger)


FRAMES: dict[str, Frame] = {
    "join": moves.join,
    "hire": _hire,
    "came_from": hiring.came_from,
    "return": moves.back,
    "leave": moves.leave,
    "appoint": appointments.appoint,
    "assign": appointments.assign,
    "report_to": appointments.report_to,
    "lose_role": appointments.lose_role,
    "found": organisations.found,
    "reorganise": organisations.reorganise,
    "freeze": organisations.freeze,
    "deal": organisations.deal,
    "release": organisations.release,
    "say": sayings.say,
    "publish": sayings.report,
    "offer": sayings.offer,
    "pay": sayings.pay,
}
"""What each frame of the verb table looks for."""


def read(article: Article, tagged: Tagged) -> tuple[list[Draft], list[Scene]]:
    """Drafts in reading order, and the scenes they come from."""
    language = "en" if article.language == "en" else "zh"
    memory = Memory(language, {c.id: c for c in tagged.companies})
    mentions = Counter(n.entity for n in tagged.names if n.kind == "organisation")
    firms = {o: n for o, n in mentions.items() if memory.companies[o].kind not in ("outlet", "team")}
    memory.topic = max(firms, key=lambda o: (firms[o], o)) if firms else None
    lines = Counter(s.line for s in tagged.sentences)
    memory.lone_lines = frozenset(line for line, sentences in lines.items() if sentences == 1)
    for leader, firm in leaders().items():
        if firm in memory.companies:
            memory.employer[leader] = firm
    outlets = frozenset(c.id for c in tagged.companies)
    scenes: list[Scene] = []
    drafts: list[Draft] = []
    continuity = Continuity()
    lists = _Lists(skeletons(tagged), language, memory, tagged.published)
    for number, skeleton in enumerate(lists.skeletons):
        scene = Scene(skeleton, language, memory)
        scenes.append(scene)
        told = [] if _is_heading(scene) and not lists.holds(number) else _sentence(scene)
        listed = lists.entry(scenes, number, told)
        if listed is not None:
            drafts.append(listed)
        _anchor(scene, told, drafts, tagged.published)
        for draft in told:
            if listed is not None and draft.date is None:
                continue
            draft.outlets = draft.outlets or outlets_of(scene, outlets)
            if draft.date is None:
                continuity.inherit(draft, number)
            continuity.remember(draft, number)
            _forget_later_employer(draft, tagged.published)
            drafts.append(draft)
        continuity.note_sentence(scene, told, number)
        _remember(scene)
    return drafts, scenes


def _employers(scenes: list[Scene]) -> dict[str, set[str]]:
    """The organisations that phrases of the article tie each person to."""
    out: dict[str, set[str]] = {}
    for scene in scenes:
        for chunk in scene.chunks:
            if chunk.kind == "person":
                for person, org in chunk.orgs:
                    out.setdefault(person, set()).add(org)
    return out


class _Lists:
    """The lists of people of an article, found ahead of the reading, drafted as their lines come."""

    def __init__(self, all_skeletons: list[Skeleton], language: str, memory: Memory, published: Publication) -> None:
        self._published = published
        self.skeletons = all_skeletons
        ahead = [Scene(s, language, memory) for s in all_skeletons]
        self._ahead = ahead
        for person, firms in _employers(ahead).items():
            if len(firms) == 1:
                memory.employer.setdefault(person, next(iter(firms)))
        self._entries: dict[int, int] = {}
        self._members: dict[int, tuple[str, ...]] = {}
        for first, entries in rosters(ahead).items():
            self._entries.update(dict.fromkeys(entries, first))
            self._members[entries[-1]] = tuple(
                next(iter(c.ids)) for i in entries for c in ahead[i].chunks[:1] if c.kind == "person" and c.ids
            )

    def holds(self, number: int) -> bool:
        """Whether a sentence is the entry of a list."""
        return number in self._entries

    def entry(self, scenes: list[Scene], number: int, told: list[Draft]) -> Draft | None:
        first = self._entries.get(number)
        if first is None:
            return None
        memory = scenes[number].memory
        heading = heading_of(scenes, first, self._published)
        chunk = next((c for c in scenes[number].chunks if c.kind == "person" and c.ids), None)
        if number in self._members:
            memory.people = self._members[number]
        if heading.to is None or chunk is None:
            if heading.origin and chunk is not None:
                memory.employer.setdefault(chunk.ids[0], heading.origin)
            return None
        return entry(self._ahead, number, heading, told)


def _sentence(scene: Scene) -> list[Draft]:
    """The drafts of one sentence, dated by it, with their status."""
    out: list[Draft] = []
    for clause in scene.clauses:
        for trigger in clause.triggers:
            for frame in trigger.frames:
                if frame == "ignore":
                    break
                drafts = list(FRAMES[frame](scene, clause, trigger))
                for draft in drafts:
                    settle(draft, status_of(scene, clause, trigger.start))
                    draft.date, draft.date_because = find_date(
                        scene, clause, trigger.start, saying=draft.type == "statement"
                    )
                    _note_employer(scene, draft)
                out.extend(drafts)
                if drafts:
                    break
    return _chosen(out)


def _anchor(scene: Scene, told: list[Draft], before: list[Draft], published: Publication) -> None:
    """Count vague dates of a sentence from the day that it tells of, and find days named by an earlier event."""
    named = day_of_event(scene, before)
    days = [m.value.start for _, m in scene.dates(0, len(scene.text)) if m.value.start and m.value.start == m.value.end]
    scene.day = named.value.start if named is not None else days[0] if days else None
    for draft in told:
        if draft.date is not None:
            draft.date = seen_from(draft.date, scene.day, published)
        _seen_by_speaker(draft, told)
        if named is not None and (draft.date is None or (draft.type == "statement" and draft.date.start > draft.at)):
            draft.date, draft.date_because = named, None


_A_WHILE = timedelta(days=365)


def _forget_later_employer(draft: Draft, published: Publication) -> None:
    """Whom somebody works for now says nothing of where he came from years ago."""
    day = draft.date.value.end if draft.date is not None else None
    if draft.origin_guessed and day is not None and published.start is not None and day < published.start - _A_WHILE:
        draft.from_ = None


def _seen_by_speaker(draft: Draft, told: list[Draft]) -> None:
    """What somebody says of others' offers on a day happened by that day, not on it."""
    if draft.type not in ("offer", "pay") or draft.date is None or draft.date_because != SENTENCE_DATE:
        return
    value = draft.date.value
    speakers = [d for d in told if d.type == "statement" and d.people and d.at < draft.at]
    if not speakers or value.end is None or draft.people == speakers[0].people:
        return
    span = DateSpan(
        f"[..{value.end.isoformat()}]", None, value.end, value.text, "relative", because="the day of the telling"
    )
    draft.date = msgspec.structs.replace(draft.date, value=span)


def _note_employer(scene: Scene, draft: Draft) -> None:
    """Where somebody works from now on, for what the sentence goes on to tell."""
    if draft.type == "leave" and draft.from_:
        for person in draft.people:
            scene.memory.employer.setdefault(person, draft.from_)
    if draft.type not in ("join", "return") or not draft.to:
        return
    day = draft.date.value.end if draft.date is not None else None
    for person in draft.people:
        since = scene.memory.employed.get(person)
        if day is not None and since is not None and day < since:
            # An earlier station told later: whom he worked for then is not known from what came after.
            draft.from_ = None if draft.origin_guessed else draft.from_
            continue
        if draft.status == "planned":
            scene.memory.employer.setdefault(person, draft.to)
        if draft.status in ("confirmed", "reported"):
            scene.memory.employer[person] = draft.to
            scene.memory.employed[person] = draft.date.value.start if draft.date is not None else None


def _chosen(drafts: list[Draft]) -> list[Draft]:
    """One draft for one thing in a sentence: the first of a kind, moves before what they also look like."""
    out: list[Draft] = []
    moved = {p for d in drafts if d.type in ("join", "return") and d.status != "planned" for p in d.people}
    moving = any(d.type in ("join", "return") for d in drafts)
    for draft in drafts:
        if (
            draft.type == "leave"
            and (set(draft.people) & moved or (draft.group and moving))
            and not any(d.type == "return" and d.to == draft.from_ for d in drafts)
        ):
            for other in drafts:
                if other.type in ("join", "return") and other.people == draft.people and other.to != draft.from_:
                    other.from_ = other.from_ or draft.from_
            continue
        if draft.type == "appoint" and draft.people and set(draft.people) <= moved and _into_the_post(draft, drafts):
            continue
        if draft.type == "appoint" and _joins_boss(draft, out):
            continue
        if draft.type == "statement" and "announcement" in draft.weak and any(d.type != "statement" for d in drafts):
            continue
        if draft.type == "offer" and any(
            d.type == "offer" or (d.type in ("join", "return") and d.start <= draft.at < d.end)
            for d in (*out, *drafts)
            if d is not draft and (d.type != "offer" or d in out)
        ):
            continue
        if draft.type == "pay" and any(
            d.type in ("offer", "deal", "pay", "freeze")
            for d in drafts
            if d is not draft and (d.type != "pay" or d in out)
        ):
            continue
        if draft.type == "deal" and _same_round(draft, out):
            continue
        if any(_alike(draft, other) for other in out):
            continue
        out.append(draft)
    return out


def _into_the_post(draft: Draft, drafts: list[Draft]) -> bool:
    """Joining and being given a post in one breath is the joining, with the post."""
    for other in drafts:
        if other.type in ("join", "return") and set(other.people) & set(draft.people):
            if other.to in draft.orgs or draft.to in other.orgs:
                other.role = other.role or draft.role
                other.end = max(other.end, draft.end)
                return True
    return False


_LEADS_ROUND = ("领投", "led by")
_IN_ROUND = (*_LEADS_ROUND, "跟投", "融资", "募资", "完成融资", "raised", "funding round", "backed", "估值")


def _same_round(draft: Draft, drafts: list[Draft]) -> bool:
    """Who raises, who leads and who follows are one deal; whoever leads pays."""
    word = draft.rule.partition(":")[2]
    for other in drafts:
        first = other.rule.partition(":")[2]
        if other.type == "deal" and word in _IN_ROUND and first in _IN_ROUND:
            if word in _LEADS_ROUND or (first not in _LEADS_ROUND and other.to is None):
                other.to = draft.to or other.to
            other.companies = tuple(dict.fromkeys((*other.companies, *draft.companies)))
            other.amounts = other.amounts or draft.amounts
            other.start, other.end = min(other.start, draft.start), max(other.end, draft.end)
            return True
    return False


def _joins_boss(draft: Draft, drafts: list[Draft]) -> bool:
    """X团队由A带,向B汇报: the boss joins the appointment of the same sentence."""
    if not draft.rule.startswith("reports to"):
        return False
    for other in drafts:
        if other.type == "appoint" and other.people[:1] == draft.people[:1] and not other.rule.startswith("reports"):
            other.people = tuple(dict.fromkeys((*other.people, *draft.people)))
            other.end = max(other.end, draft.end)
            return True
    return False


def _alike(a: Draft, b: Draft) -> bool:
    if a.type != b.type or a.people != b.people:
        return False
    if a.type == "deal":
        return (
            set(a.orgs) == set(b.orgs)
            or not set(b.orgs) - set(a.orgs)
            or (a.status == b.status and len(set(a.orgs) & set(b.orgs)) > 1)
        )
    if a.type in ("statement", "freeze", "found", "reorganise", "release", "report"):
        return True
    if a.group and b.group:
        return a.to == b.to and a.from_ == b.from_ and a.count == b.count
    return a.to == b.to or a.from_ == b.from_


def _is_heading(scene: Scene) -> bool:
    """A short line without a full stop is a headline: what it says, the text says better."""
    text = scene.text
    return (
        len(text) < 60
        and text[-1] not in '。.!！?？”」"’』…;；:：)）'
        and scene.skeleton.sentence.line in scene.memory.lone_lines
    )


def _remember(scene: Scene) -> None:
    """What the next sentences may refer to."""
    memory = scene.memory
    persons = [c for c in scene.chunks if c.kind == "person" and c.ids]
    for chunk in persons:
        for person, org in chunk.orgs:
            memory.employer.setdefault(person, org)
    alone = [c for c in persons if len(c.ids) == 1]
    if alone:
        memory.person = alone[0].ids
    several = [c.ids for c in persons if len(c.ids) > 1]
    if several:
        memory.people = several[-1]
    elif len({c.ids for c in alone}) > 1:
        memory.people = tuple(dict.fromkeys(c.ids[0] for c in alone))
    orgs = [c for c in scene.chunks if c.kind == "org"]
    if orgs:
        memory.org = orgs[0].ids[0]
    made = makers(scene.text)
    memory.maker = made[-1] if made and made[-1] in memory.companies else memory.maker if not made else None
    first = scene.triggers[0].start if scene.triggers else len(scene.text)
    acting = [c for c in orgs if c.end <= first and not is_preposed(scene, c) and not memory.is_outlet(c.ids[0])]
    memory.actor = acting[0].ids[0] if acting else None
    memory.previous_line = scene.skeleton.sentence.line
