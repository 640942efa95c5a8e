"""What a sentence hands on to those behind it: who works where from now on, who acted last, what is spoken of."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from talent_tui.events.arguments import is_preposed
from talent_tui.events.centre import move_centre
from talent_tui.events.chunks import Chunk
from talent_tui.events.draft import Draft
from talent_tui.events.origins import FOUNDED, away_too_long
from talent_tui.events.scene import Scene
from talent_tui.lexicon.products import makers
from talent_tui.model import Publication

_A_WHILE = timedelta(days=365)


_A_YEAR = timedelta(days=300)


def forget_later_employer(draft: Draft, published: Publication, since: Mapping[str, date | None]) -> None:
    """Whom somebody works for now says nothing of where he came from years ago.

    `since` has of people since when a dated event told that they are there.
    """
    value = draft.date.value if draft.date is not None else None
    if draft.type not in ("join", "return") or value is None or value.end is None or published.start is None:
        return
    by_year = value.start is not None and value.end - value.start > _A_YEAR
    # A公司CEO X2011年加入B, a line of his career told by its year: A is where he works now.
    now = draft.origin_guessed or (draft.origin_titled and by_year)
    came = next((since.get(person) for person in draft.people), None)
    if came is not None and value.start is not None and came < value.start:
        # 2010年空降A……2017年9月转赴B: the text tells that he was at A.
        return
    if now and value.end < published.start - _A_WHILE:
        draft.from_ = None


def note_employer(scene: Scene, draft: Draft) -> None:
    """Where somebody works from now on, for what the sentence goes on to tell."""
    if draft.type == "deal" and len(draft.companies) > 1:
        scene.memory.deal = (draft.to, draft.companies)
    start, end = (draft.date.value.start, draft.date.value.end) if draft.date is not None else (None, None)
    if draft.type == "leave" and draft.from_:
        for person in draft.people:
            scene.memory.employer.setdefault(person, draft.from_)
            scene.memory.left[person] = draft.from_
            if end is not None:
                scene.memory.left_on[person] = end
    if draft.people and (draft.type == "leave" or draft.is_loss):
        left = draft.to if draft.is_loss else draft.from_
        scene.memory.vacated = (left, draft.sentence) if left else None
    if draft.type == "found" and draft.to is None and draft.status == "confirmed":
        for person in draft.people if len(draft.companies) == 1 else ():
            if person in scene.memory.joined_here and person not in scene.memory.left:
                # 2006年加入A,两年后创立B: nothing says that he left A for it.
                continue
            scene.memory.employer[person] = draft.companies[0]
    if draft.type == "appoint" and draft.to and not draft.is_loss:
        at = scene.memory.parent(draft.to) or draft.to
        for person in draft.predecessor:
            # Replacing Y, who becomes chair: at the same firm.
            scene.memory.employer.setdefault(person, at)
        for person in draft.people[:1]:
            scene.memory.posts[person] = at
            since = scene.memory.employed.get(person)
            company = scene.memory.companies.get(at)
            side_job = "兼" in draft.rule or (company is not None and company.kind == "university")
            if since is not None and start is not None and start > since and not draft.weak and not side_job:
                # 1998年入职A,2015年接手B: from then on he is at B.
                scene.memory.employer[person], scene.memory.employed[person] = at, start
                if person in scene.memory.joined_here:
                    # 2007年来到A,2015年出任B的CEO,2019年又…: at B.
                    scene.memory.joined_here[person] = at
            scene.memory.employer.setdefault(person, at)
            gone = scene.memory.left.get(person)
            if gone is not None and not draft.weak and at not in (gone, scene.memory.parent(gone)):
                # 离开A,转任B首席执行官: whoever goes on leaves B.
                scene.memory.joined_here[person] = at
    if draft.type not in ("join", "return") or not draft.to or draft.rule.startswith("engaged"):
        return
    for person in draft.people if draft.origin_guessed and draft.from_ is not None else ():
        last_day = scene.memory.left_on.get(person)
        if scene.memory.left.get(person) == draft.from_ and away_too_long(last_day, start):
            # Left A in January; ten months later he joined B: not from A any more.
            draft.from_ = None
    for person in draft.people:
        since = scene.memory.employed.get(person)
        if end is not None and since is not None and end < since:
            # An earlier station told later: whom he worked for then is not known from what came after.
            came = scene.memory.joined_on.get(person)
            later = draft.from_ == scene.memory.joined_here.get(person) and came is not None and came > end
            draft.from_ = None if draft.origin_guessed or later else draft.from_
            scene.memory.joined_here[person], scene.memory.joined_on[person] = draft.to, start
            continue
        if draft.status == "planned":
            scene.memory.employer.setdefault(person, draft.to)
        scene.memory.joined_here[person], scene.memory.joined_on[person] = draft.to, start
        if draft.status in ("confirmed", "reported"):
            scene.memory.employer[person] = draft.to
            scene.memory.employed[person] = start


def _last_subject(scene: Scene, alone: list[Chunk]) -> tuple[str, ...] | None:
    """主席X荣休;翌日,Y回巢: behind a semicolon the one who opens the last part is whom 他 goes on with."""
    cut = max(scene.text.rfind("；"), scene.text.rfind(";")) + 1
    behind = [c for c in alone if c.start >= cut] if cut else []
    return behind[0].ids if behind and not is_preposed(scene, behind[0]) else None


_WORKED_AT = re.compile(r"\b(?:worked|ran|led|served|spent|was|been)\b[^.;]{0,40}?\bat\s(?:the\s)?\ue001")


_IT_IS_WHO = re.compile(r"(?:的|者|人)(?:则|正|就|便)?是[^,，。;；\ue000-\ue005]{0,10}\ue000[。！!]?$")
_NAMES_WHO = re.compile(r"\b(?:is|was)\s\ue000[.!]?$")


def remember(scene: Scene) -> None:
    """What the next sentences may refer to."""
    memory = scene.memory
    memory.joined_here.clear()
    memory.joined_on.clear()
    memory.founded_here = None
    persons = [c for c in scene.chunks if c.kind == "person" and c.ids]
    for chunk in persons:
        for person, org in chunk.orgs:
            (memory.former if chunk.former else memory.employer).setdefault(person, org)
    for match in FOUNDED.finditer(scene.text):
        memory.employer.setdefault(
            scene.skeleton.name(match.start(1)).entity, scene.skeleton.name(match.start(2)).entity
        )
    alone = [c for c in persons if len(c.ids) == 1]
    here = [p for c in reversed(persons) for p in c.ids]
    memory.named = tuple(dict.fromkeys(here or memory.named))
    if alone:
        memory.person = alone[0].ids
        memory.last = alone[-1].ids
        if memory.language == "zh" and _IT_IS_WHO.search(scene.text):
            # 接棒的是X。 What follows is about X.
            memory.person = alone[-1].ids
        elif memory.language == "zh" and (subject := _last_subject(scene, alone)) is not None:
            memory.person = subject
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
    acting = [c for c in acting if memory.companies[c.ids[0]].kind != "body"]
    memory.actor = acting[0].ids[0] if acting else None
    if memory.language == "en":
        for match in _WORKED_AT.finditer(scene.text):
            worker = next((c for c in alone if c.end <= match.start()), None)
            if worker is not None:
                memory.employer.setdefault(worker.ids[0], scene.skeleton.name(match.end() - 1).entity)
        move_centre(scene)
    memory.orgs = tuple(scene.orgs(0, len(scene.text)))
    memory.previous = (scene.skeleton.sentence.start, scene.skeleton.sentence.end)
    memory.previous_line = scene.skeleton.sentence.line
