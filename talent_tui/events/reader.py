"""Read an article from top to bottom and draft what it tells."""

import re
from collections import Counter

import msgspec

from talent_tui.events.afterwards import run_on
from talent_tui.events.announced import TOLD_ON, date_from_news, told_on
from talent_tui.events.choose import chosen
from talent_tui.events.continuity import Continuity
from talent_tui.events.dating import EARLIER, SENTENCE_DATE, find_date
from talent_tui.events.days import day_of_event, one_after_another, seen_from, told_beside
from talent_tui.events.draft import Draft
from talent_tui.events.ellipses import done_alike, other_posts, others_too, repeated
from talent_tui.events.frames import FRAMES
from talent_tui.events.gaps import fills_gap
from talent_tui.events.handing_on import forget_later_employer, note_employer, remember
from talent_tui.events.known_careers import settle_employer
from talent_tui.events.looking_back import told_afterwards
from talent_tui.events.members import named_members, spelt_out
from talent_tui.events.memory import Memory
from talent_tui.events.newsrooms import companies_of
from talent_tui.events.pay_table import PayTable
from talent_tui.events.roster import entry, heading_of, rosters
from talent_tui.events.scene import Scene
from talent_tui.events.since import began
from talent_tui.events.skeleton import Skeleton, skeletons
from talent_tui.events.status import begun, dated_after, outlets_of, settle, status_of, status_told, to_come
from talent_tui.events.topics import article_topic, heads_by_line, lines_that_name, topics_by_line
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.names import name_words
from talent_tui.model import Article, DateMention, DateSpan, Publication, Tagged

_WOMANS_NAME = re.compile(rf"[\u4e00-\u9fff]{{1,2}}?[\u4e00-\u9fff]?[{name_words().womens}][\u4e00-\u9fff]?")


def read(article: Article, tagged: Tagged) -> tuple[list[Draft], list[Scene]]:
    """Drafts in reading order, and the scenes they come from."""
    language = "en" if article.language == "en" else "zh"
    memory = Memory(language, companies_of(tagged), tagged.careers)
    memory.topic = _named_most(tagged, memory)
    memory.gender.update({p.id: "f" for p in tagged.people if _WOMANS_NAME.fullmatch(p.name)})
    lines = Counter(s.line for s in tagged.sentences)
    memory.lone_lines = frozenset(line for line, sentences in lines.items() if sentences == 1)
    firsts = _first_mentions(tagged)
    for leader, firm in leaders().items():
        if firm in memory.companies and firsts.get(firm, 0) <= _OPENING_REACH:
            memory.employer[leader] = firm
    led = [(leader, firm) for leader, firm in leaders().items() if firm in firsts]
    outlets = frozenset(c.id for c in tagged.companies if c.kind == "outlet")
    scenes: list[Scene] = []
    drafts: list[Draft] = []
    continuity = Continuity(tagged.published)
    table = PayTable()
    lists = _Lists(skeletons(tagged), language, memory, tagged.published)
    last_told: list[Draft] = []
    for number, skeleton in enumerate(lists.skeletons):
        for leader, firm in led:
            if firsts[firm] < skeleton.sentence.end:
                # Whom somebody leads today is known, but says nothing before the article has named it.
                memory.employer.setdefault(leader, firm)
        scene = Scene(skeleton, skeleton.language(language), memory, lists.ahead[number])
        scenes.append(scene)
        stations = dict(memory.employed)
        continuity.begin(scene)
        told = [] if _is_heading(scene) and not lists.holds(number) else _sentence(scene)
        listed = lists.entry(scenes, number, told)
        if listed is not None:
            drafts.append(listed)
        _anchor(scene, told, drafts, tagged.published)
        told = date_from_news(scene, told, last_told)
        told_afterwards(scene, last_told)
        members = [*named_members(scene, told, last_told), *done_alike(scene, last_told)]
        for member in members:
            note_employer(scene, member)
        told += members
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
            run_on(scene, draft, tagged.published)
            if begun(scene, draft, tagged.published):
                draft.status = draft.told
            elif to_come(draft, tagged.published):
                draft.status = "planned"
            if not told_beside(scene, draft):
                continuity.remember(draft, number)
            forget_later_employer(draft, tagged.published, stations)
            drafts.append(draft)
        last_told = told
        table.read(scene, drafts)
        continuity.note_sentence(scene, told, number)
        remember(scene)
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
        memory.topic_lines = lines_that_name(memory.topic, ahead)
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
            if not fills_gap(scene, clause, trigger):
                continue
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
                    if draft.date is None and draft.status != "planned" and draft.type != "statement":
                        draft.date = told_on(scene, clause)
                        draft.date_because = TOLD_ON if draft.date is not None else draft.date_because
                    if draft.date is not None and draft.rule.startswith("there since"):
                        draft.date = began(draft.date)
                one_after_another(scene, clause, trigger, drafts)
                for draft in drafts:
                    settle_employer(scene, draft)
                    note_employer(scene, draft)
                out.extend(drafts)
                if drafts:
                    break
    told = chosen(out)
    told = spelt_out(scene, told)
    return [*told, *repeated(scene, told), *others_too(scene, told), *other_posts(scene, told)]


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
