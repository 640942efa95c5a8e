"""Read an article from top to bottom and draft what it tells."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

import msgspec

from talent_tui.events import (
    appointments,
    cuts,
    deals,
    departures,
    handovers,
    hiring,
    moves,
    offers,
    organisations,
    sayings,
    successions,
)
from talent_tui.events.arguments import is_preposed
from talent_tui.events.choose import chosen
from talent_tui.events.chunks import Trigger
from talent_tui.events.dating import EARLIER, SENTENCE_DATE, Continuity, day_of_event, find_date, seen_from
from talent_tui.events.draft import Draft
from talent_tui.events.memory import Memory
from talent_tui.events.pay_table import PayTable
from talent_tui.events.roster import entry, heading_of, rosters
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import Skeleton, skeletons
from talent_tui.events.status import begun, dated_after, outlets_of, settle, status_of, status_told, to_come
from talent_tui.events.topics import article_topic, heads_by_line, topics_by_line
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.products import makers
from talent_tui.lexicon.word_classes import is_a
from talent_tui.model import Article, DateMention, DateSpan, Publication, Tagged

Frame = Callable[[Scene, Clause, Trigger], Iterator[Draft]]


def _hire(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """People hired by name or number; else recruiting, which is an offer."""
    drafts = list(hiring.hire(scene, clause, trigger))
    if drafts or not is_a(trigger.word, "takes_people"):
        yield from drafts or offers.recruiting(scene, clause, trigger)


FRAMES: dict[str, Frame] = {
    "join": moves.join,
    "hire": _hire,
    "came_from": hiring.came_from,
    "lose_to": hiring.lost,
    "held_until": departures.held_until,
    "return": moves.back,
    "leave": departures.leave,
    "appoint": appointments.appoint,
    "assign": handovers.assign,
    "report_to": handovers.report_to,
    "lose_role": appointments.lose_role,
    "succeeded_by": successions.succeeded_by,
    "made_permanent": successions.made_permanent,
    "found": organisations.found,
    "reorganise": organisations.reorganise,
    "freeze": cuts.freeze,
    "deal": deals.deal,
    "release": deals.release,
    "say": sayings.say,
    "publish": sayings.report,
    "offer": offers.offer,
    "pay": offers.pay,
}
"""What each frame of the verb table looks for."""


def read(article: Article, tagged: Tagged) -> tuple[list[Draft], list[Scene]]:
    """Drafts in reading order, and the scenes they come from."""
    language = "en" if article.language == "en" else "zh"
    memory = Memory(language, {c.id: c for c in tagged.companies})
    memory.topic = _named_most(tagged, memory)
    lines = Counter(s.line for s in tagged.sentences)
    memory.lone_lines = frozenset(line for line, sentences in lines.items() if sentences == 1)
    firsts = _first_mentions(tagged)
    for leader, firm in leaders().items():
        if firm in memory.companies and firsts.get(firm, 0) <= _OPENING_REACH:
            memory.employer[leader] = firm
    outlets = frozenset(c.id for c in tagged.companies if c.kind == "outlet")
    scenes: list[Scene] = []
    drafts: list[Draft] = []
    continuity = Continuity()
    table = PayTable()
    lists = _Lists(skeletons(tagged), language, memory, tagged.published)
    for number, skeleton in enumerate(lists.skeletons):
        for leader, firm in leaders().items():
            if firsts.get(firm, len(tagged.clean.text)) < skeleton.sentence.end:
                # Whom somebody leads today is known, but says nothing before the article has named it.
                memory.employer.setdefault(leader, firm)
        scene = Scene(skeleton, skeleton.language(language), memory, lists.ahead[number])
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
            if draft.date is None and lists.holds(number):
                draft.date, draft.date_because = lists.date_above(scenes, number), LIST_DATE
            if draft.date is None:
                earlier_still, draft.date_because = draft.date_because == EARLIER, None
                if not earlier_still:
                    continuity.inherit(draft, number)
            if begun(draft, tagged.published):
                draft.status = draft.told
            elif to_come(draft, tagged.published):
                draft.status = "planned"
            continuity.remember(draft, number)
            _forget_later_employer(draft, tagged.published)
            drafts.append(draft)
        table.read(scene, drafts)
        continuity.note_sentence(scene, told, number)
        _remember(scene)
    return drafts, scenes


def _named_most(tagged: Tagged, memory: Memory) -> str | None:
    """The organisation that is named most: what the article is about as long as nothing says it better."""
    mentions = Counter(n.entity for n in tagged.names if n.kind == "organisation")
    firms = {o: n for o, n in mentions.items() if memory.companies[o].kind not in ("outlet", "team")}
    return max(firms, key=lambda o: (firms[o], o)) if firms else None


def _employers(scenes: list[Scene]) -> dict[str, set[str]]:
    """The organisations that phrases of the article tie each person to."""
    out: dict[str, set[str]] = {}
    for scene in scenes:
        for chunk in scene.chunks:
            if chunk.kind == "person" and not chunk.former:
                for person, org in chunk.orgs:
                    out.setdefault(person, set()).add(org)
    return out


LIST_DATE = "the heading of its list"


class _Lists:
    """The lists of people of an article, found ahead of the reading, drafted as their lines come."""

    def __init__(self, all_skeletons: list[Skeleton], language: str, memory: Memory, published: Publication) -> None:
        self._published = published
        self.skeletons = all_skeletons
        ahead = [Scene(s, s.language(language), memory) for s in all_skeletons]
        self.ahead = ahead
        memory.topic = article_topic(ahead, memory) or memory.topic
        memory.heads = heads_by_line(ahead, memory)
        memory.topics = topics_by_line(ahead, memory)
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

    def date_above(self, scenes: list[Scene], number: int) -> DateMention | None:
        """The last date of the two sentences above the list that an entry belongs to."""
        first = self._entries[number]
        dates = [m for s in scenes[max(0, first - 2) : first] for _, m in s.dates(0, len(s.text))]
        return dates[-1] if dates else None

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
        return entry(self.ahead, number, heading, told)


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
                    settle(draft, status_of(scene, clause, trigger))
                    draft.told = status_told(scene, clause, trigger)
                    draft.date, draft.date_because = find_date(
                        scene, clause, trigger.start, saying=draft.type == "statement"
                    )
                    _note_employer(scene, draft)
                out.extend(drafts)
                if drafts:
                    break
    return chosen(out)


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
        if draft.type == "statement" and draft.date_because is not None and dated_after(draft, published):
            # 上市推迟到明年,小米说: the other clause's day is not the one on which somebody spoke.
            draft.date = draft.date_because = None


_A_WHILE = timedelta(days=365)


_A_YEAR = timedelta(days=300)


def _forget_later_employer(draft: Draft, published: Publication) -> None:
    """Whom somebody works for now says nothing of where he came from years ago."""
    value = draft.date.value if draft.date is not None else None
    if draft.type not in ("join", "return") or value is None or value.end is None or published.start is None:
        return
    by_year = value.start is not None and value.end - value.start > _A_YEAR
    # A公司CEO X2011年加入B, a line of his career told by its year: A is where he works now.
    now = draft.origin_guessed or (draft.origin_titled and by_year)
    if now and value.end < published.start - _A_WHILE:
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
    if draft.type == "deal" and len(draft.companies) > 1:
        scene.memory.deal = (draft.to, draft.companies)
    if draft.type == "leave" and draft.from_:
        for person in draft.people:
            scene.memory.employer.setdefault(person, draft.from_)
            scene.memory.left[person] = draft.from_
    lost = draft.rule.startswith("loses role")
    if draft.people and (draft.type == "leave" or lost):
        left = draft.to if lost else draft.from_
        scene.memory.vacated = (left, draft.sentence) if left else None
    if draft.type == "found" and draft.to is None and draft.status == "confirmed":
        for person in draft.people if len(draft.companies) == 1 else ():
            scene.memory.employer[person] = draft.companies[0]
    if draft.type == "appoint" and draft.to and not draft.rule.startswith("loses role"):
        for person in draft.people[:1]:
            scene.memory.employer.setdefault(person, scene.memory.parent(draft.to) or draft.to)
    if draft.type not in ("join", "return") or not draft.to or draft.rule.startswith("engaged"):
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
        scene.memory.joined_here[person] = draft.to
        if draft.status in ("confirmed", "reported"):
            scene.memory.employer[person] = draft.to
            scene.memory.employed[person] = draft.date.value.start if draft.date is not None else None


_WORKED_AT = re.compile(r"\b(?:worked|ran|led|served|spent|was|been)\b[^.;]{0,40}?\bat\s(?:the\s)?\ue001")


_NAMES_WHO = re.compile(r"\b(?:is|was)\s\ue000[.!]?$")
_OPENING_REACH = 160
"""Characters of an opening: what is named in it is what the article is about from the start."""


def _first_mentions(tagged: Tagged) -> dict[str, int]:
    """Where each organisation is named first."""
    out: dict[str, int] = {}
    for mention in tagged.names:
        if mention.kind == "organisation":
            out[mention.entity] = min(mention.start, out.get(mention.entity, mention.start))
    return out


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
    memory.joined_here.clear()
    memory.founded_here = None
    persons = [c for c in scene.chunks if c.kind == "person" and c.ids]
    for chunk in persons:
        for person, org in chunk.orgs:
            (memory.former if chunk.former else memory.employer).setdefault(person, org)
    alone = [c for c in persons if len(c.ids) == 1]
    if alone:
        memory.person = alone[0].ids
        memory.last = alone[-1].ids
        named = [c for c in alone if not c.word]
        if memory.language == "en" and named and _NAMES_WHO.search(scene.text):
            # The man who taught them was X: what follows is about X.
            memory.person = named[-1].ids
    several = [c.ids for c in persons if len(c.ids) > 1]
    two = tuple(dict.fromkeys(c.ids[0] for c in alone))
    if several:
        memory.people = several[-1]
    elif len(two) == 2:
        memory.people = two
    first_who = next((c for c in scene.chunks if c.kind in ("person", "group")), None)
    if first_who is not None and first_who.kind == "group" and first_who.generic and not persons:
        # 一位工程师说: who speaks has no name, and 他 in the next sentence is he.
        memory.person = ()
    orgs = [c for c in scene.chunks if c.kind == "org"]
    if orgs:
        memory.org = next((c.ids[0] for c in orgs if not scene.ends_a_move(c.start)), orgs[0].ids[0])
    made = makers(scene.text)
    memory.maker = made[-1] if made and made[-1] in memory.companies else memory.maker if not made else None
    first = scene.triggers[0].start if scene.triggers else len(scene.text)
    acting = [c for c in orgs if c.end <= first and not is_preposed(scene, c) and not memory.is_outlet(c.ids[0])]
    memory.actor = acting[0].ids[0] if acting else None
    if memory.language == "en":
        for match in _WORKED_AT.finditer(scene.text):
            worker = next((c for c in alone if c.end <= match.start()), None)
            if worker is not None:
                memory.employer.setdefault(worker.ids[0], scene.skeleton.name(match.end() - 1).entity)
    memory.orgs = tuple(scene.orgs(0, len(scene.text)))
    memory.previous = (scene.skeleton.sentence.start, scene.skeleton.sentence.end)
    memory.previous_line = scene.skeleton.sentence.line
