"""Where an article's sentence tells the same as a draft's of another person, another firm or another post."""

from collections.abc import Callable, Iterator, Sequence, Set
from typing import Final

from talent_tui.checking.alike import LITTLE_SUBSTANCE, NEARLY, SUBSTANCE, Against, best_of, has_all, may_be_one
from talent_tui.checking.compare import Field
from talent_tui.checking.library import Feature, Library, Match
from talent_tui.checking.passages import Passage
from talent_tui.checking.structure import Post, held

_OTHERWISE_SAME: Final = 0.6
"""How much must be the same to say that only a name is not."""
_WHOLLY, _MUCH, _AS_MUCH = 0.85, 2.5, 0.9
"""Where a sentence tells so much in nearly the same words, only one that tells as much speaks for the draft's name."""
_GENERIC: Final = frozenset({"deputy", "president", "people", "partner", "general", "producer", "news"})
"""Posts of which somebody may hold one beside another."""


class Swaps:
    """Finds what stands in the place of a name or a title of a draft."""

    def __init__(
        self, library: Library, root: Callable[[str], str], known: frozenset[str], outlets: frozenset[str]
    ) -> None:
        """`known` are the ids of the timeline's people and firms, `outlets` those that only pass news on."""
        self._library = library
        self._root = root
        self._known = known
        self._outlets = outlets
        self._posts, self._posts_near = self._titles()

    def against(self, passage: Passage, best: Sequence[Match]) -> Iterator[Against]:
        """The titles, people and firms in whose place an article has others. `best` tell the same."""
        yield from self._roles(passage, best)
        yield from self._people(passage)
        yield from self._firms(passage)

    def has_posts(self, passage: Passage) -> bool:
        """Whether the articles give each title of a sentence to its bearer too."""
        ours = list(held(passage))
        near = {h.person: {p for post, _ in self._posts_near.get(h.person, ()) for p in post.posts} for h in ours}
        return bool(ours) and all(h.posts <= near[h.person] for h in ours)

    def _titles(self) -> tuple[dict[str, set[str]], dict[str, list[tuple[Post, Passage]]]]:
        """For each person the posts that stand anywhere beside the name, and those that stand next to it."""
        anywhere: dict[str, set[str]] = {}
        near: dict[str, list[tuple[Post, Passage]]] = {}
        for passage in self._library.passages:
            posts = {p for t in passage.titles for p in t.posts}
            for person in passage.people | passage.around:
                anywhere.setdefault(person, set()).update(posts)
            for post in held(passage):
                near.setdefault(post.person, []).append((post, passage))
        return anywhere, near

    def _roles(self, passage: Passage, best: Sequence[Match]) -> Iterator[Against]:
        close = {m.passage.place for m in best}
        for ours in held(passage):
            telling = ours.posts - _GENERIC
            if ours.person not in self._known or not telling or telling & self._posts.get(ours.person, set()):
                continue
            for theirs, told in self._posts_near.get(ours.person, ()):
                same_firm = ours.firm and theirs.firm and self._root(ours.firm) == self._root(theirs.firm)
                if theirs.posts - _GENERIC and (same_firm or told.place in close):
                    yield Against("role", told)
        yield from self._other_posts(passage, best)

    def _other_posts(self, passage: Passage, best: Sequence[Match]) -> Iterator[Against]:
        """Where an article's sentence tells the same of another post, and none tells of this one of the same firm."""
        for title in passage.titles:
            telling = title.posts - _GENERIC
            features: set[Feature] = {("what", f"post {p}") for p in telling}
            if not telling or any(features & self._library.features(m.passage) for m in best):
                continue
            found = [m for m in best_of(self._library.matches(passage, features)) if m.substance >= LITTLE_SUBSTANCE]
            for match in [m for m in found if may_be_one(self._library, passage, m)][:1]:
                others = {p for h in held(match.passage) if h.person not in passage.people for p in h.posts}
                theirs = {p for t in match.passage.titles for p in t.posts} - _GENERIC - others
                ours = {p for t in passage.titles for p in t.posts}
                firms = self._roots_of(passage) & self._roots_of(match.passage)
                if theirs - ours and firms and not features & self._library.features(match.passage):
                    yield Against("role", match.passage)

    def _people(self, passage: Passage) -> Iterator[Against]:
        for person in sorted(passage.people & self._known):
            firms = {("who", self._root(f)) for f in passage.firms}
            yield from self._swapped(passage, ("who", person), "people", lambda p: p.people, firms)

    def _firms(self, passage: Passage) -> Iterator[Against]:
        people: set[Feature] = {("who", p) for p in passage.people}
        for firm in sorted(self._roots_of(passage) & self._known):
            yield from self._swapped(passage, ("who", firm), "to", self._roots_of, people)

    def _roots_of(self, passage: Passage) -> frozenset[str]:
        return frozenset(self._root(f) for f in passage.firms - self._outlets)

    def _swapped(
        self,
        passage: Passage,
        feature: Feature,
        field: Field,
        named: Callable[[Passage], frozenset[str]],
        beside: Set[Feature],
    ) -> Iterator[Against]:
        """Where an article's sentence tells the same of another, and no sentence tells it of whom the draft names.

        `beside` are those with whom a sentence that names it tells enough.
        """
        features = self._library.features
        matches = self._library.matches(passage, {feature})
        if field == "to":
            matches = [m for m in matches if may_be_one(self._library, passage, m)]
        people = passage.people - {feature[1]}
        who = {f for f in features(passage) | self._library.around(passage) if f[0] == "who" and f != feature}
        others = (
            {("who", f) for f in self._library.firms(passage)} if field == "people" else {("who", p) for p in people}
        )
        rest = others & {("who", i) for i in self._known} - {feature}
        best = [
            m
            for m in best_of(matches)
            if m.share >= _OTHERWISE_SAME
            and m.substance >= (LITTLE_SUBSTANCE if people & m.passage.people else SUBSTANCE)
            and has_all(self._library, m.passage, rest)
            and (not who or who & (features(m.passage) | self._library.around(m.passage)))
        ]
        if not best:
            return
        ours = named(passage) | {self._root(i) for i in passage.around}
        ends = field == "to" and bool(people & best[0].passage.people)
        if ends:
            ours = named(passage)
        wholly = best[0].share >= _WHOLLY and best[0].score >= _MUCH
        for match in matches:
            own, around = features(match.passage), self._library.around(match.passage)
            shares_people = bool(match.passage.people & passage.people)
            if wholly:
                told = match.score >= _AS_MUCH * best[0].score or (field == "to" and bool(beside and beside <= own))
            else:
                told = match.score >= NEARLY * best[0].score and (shares_people or not ends)
                told = told or bool(beside and beside <= own | around)
            meant = feature in around and not wholly and not (ends and shares_people)
            if told and (feature in own or meant):
                return
        for match in best:
            if field == "to" and feature[1] in self._library.topics(match.passage):
                continue
            if named(match.passage) - ours:
                yield Against(field, match.passage, feature[1])
