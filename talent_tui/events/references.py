"""Whom the phrases of a sentence mean: pronouns, numbers of people, bare titles, and the firm that a person belongs to.

Read from what the sentence and the text before it say (`Memory`), and left open where it is not certain.
"""

import re
from datetime import date

import msgspec

from talent_tui.events.affiliations import ENGLISH_SIDE, Affiliations
from talent_tui.events.chunks import Chunk, find_chunks, joined
from talent_tui.events.memory import Memory
from talent_tui.events.skeleton import Skeleton
from talent_tui.events.triggers import find_triggers
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.numerals import number
from talent_tui.lexicon.products import makers

CLAUSE_ENDS = {
    "zh": re.compile(r"[,，;；:：。！？!?…\n】]|——|--"),
    "en": re.compile(r"[,;:!?\n](?=\s|$)|——|--|\s[—–]\s|—"),
}
"""Where a clause ends."""


class Phrases(Affiliations):
    """The noun phrases and trigger words of one sentence, with whom they mean."""

    def __init__(self, skeleton: Skeleton, language: str, memory: Memory, ahead: "Phrases | None" = None) -> None:
        """Read a sentence; `ahead` is the same one, read before its turn."""
        self.skeleton = skeleton
        self.text = skeleton.text
        self.memory = memory
        self.language = language
        self.day: date | None = None
        """The day that the sentence tells of, once it is known."""
        memory.current = skeleton.sentence.line
        if ahead is None:
            triggers = find_triggers(skeleton, language)
            self.phrases = triggers, find_chunks(skeleton, triggers, language)
        else:
            self.phrases = ahead.phrases
        """Trigger words and noun phrases as they stand, before anything that the text said earlier is brought in."""
        self.triggers, chunks = self.phrases
        self.triggers = [t for t in self.triggers if not any(c.start <= t.start and t.end <= c.end for c in chunks)]
        self.chunks: list[Chunk] = []
        for chunk in chunks:
            self.chunks.append(self._resolved(chunk))
        self.chunks = [self._affiliated(c, i) for i, c in enumerate(joined(self.chunks, self.text, language))]

    def _resolved(self, chunk: Chunk) -> Chunk:
        """A pronoun becomes whom it stands for, where that is certain; else it keeps no ids."""
        memory, word = self.memory, chunk.word.lower()
        before = [
            c
            for c in self.chunks
            if c.kind == "person" and not _ACTED_ON.search(self.text[max(0, c.start - 10) : c.start])
        ]
        if not before and self.language == "zh":
            # 依旧由X坐镇,他…: nobody else is named in the sentence.
            before = [
                c
                for c in self.chunks
                if c.kind == "person"
                and c.ids
                and _BY_WHOM.search(self.text[max(0, c.start - 10) : c.start])
                and re.search("[,，]", self.text[c.end : chunk.start])
            ]
        if self.language == "zh" and len(before) > 1:
            # X在信里批准了Y的辞呈,由他…: whose thing it is, is not who acts.
            before = [c for c in before if not self.text.startswith("的", c.end)] or before
            # 梁军是创始人X最倚重的工程师;后来他…: nor in whose words somebody is described.
            before = [c for c in before if not self._describes(c)] or before
        if chunk.kind == "group" and chunk.count and not chunk.org and chunk.word in ("人", "名", "位", "者"):
            # 三人: those just named, if they are as many.
            listed = next((c.ids for c in reversed(before) if len(c.ids) > 1), memory.people)
            if chunk.word in ("名", "位") and not _ALONE.match(self.text, chunk.end):
                # 两位猎头: others, not those just named.
                return chunk
            if self.text[: chunk.start].endswith(("其中", "另", "另外", "还有", "至少", "又有", "已有")):
                return chunk
            return msgspec.structs.replace(chunk, kind="person", ids=listed) if len(listed) == chunk.count else chunk
        if chunk.kind != "pronoun":
            return chunk
        if self.language == "en" and _IS_SOMEBODY.match(self.text, chunk.end):
            # The new chief executive is X: not who was chief before.
            return chunk
        if word == "his firm":
            # Andrew Feldman's company.
            firm = memory.employer.get(chunk.ids[0])
            return msgspec.structs.replace(chunk, kind="org" if firm else "pronoun", ids=(firm,) if firm else ())
        if word == "maker":
            # The ChatGPT maker.
            made = [m for m in makers(chunk.title or "") if m in memory.companies]
            return msgspec.structs.replace(chunk, kind="org", ids=(made[0],), title=None) if made else chunk
        if word == "he" and chunk.org:
            # The Intel boss: who leads it. The former Cadence boss: nobody knows who is meant.
            led = [p for p, firm in leaders().items() if firm == chunk.org and memory.employer.get(p) == firm]
            # Pat Gelsinger is the reason. The VMware boss…: who is known to work there and was named last.
            if chunk.former:
                # The former Disney executive told staff …: whom the sentence before is about, if anybody.
                led = list(memory.person) if memory.previous_line == self.skeleton.sentence.line else []
            led = led or [p for p in memory.last if chunk.org in memory.careers.get(p, ()) and not chunk.former]
            return msgspec.structs.replace(chunk, kind="person", ids=tuple(led)) if len(led) == 1 else chunk
        if word in ("这位", "that person"):
            ids = before[-1].ids[-1:] if before else memory.last
            own = ((ids[0], chunk.org),) if ids and chunk.org else ()
            return msgspec.structs.replace(chunk, kind="person", ids=ids, orgs=own) if ids else chunk
        if word in ("he", "she"):
            ahead = [m for m in _CATAPHOR.finditer(self.text) if m.start() < chunk.start < m.start(1)]
            lead = self.text[max(0, chunk.start - 7) : chunk.start]
            if ahead and re.search(r"(?:after|before|when|while|since|once|until)\s$", lead):
                return msgspec.structs.replace(
                    chunk, kind="person", ids=(self.skeleton.name(ahead[-1].start(1)).entity,)
                )
        if word in ("him", "her"):
            ids = self._object(chunk)
            return msgspec.structs.replace(chunk, kind="person", ids=ids) if ids else chunk
        if word in ("此君", "此人"):
            ids = before[-1].ids[-1:] if before else memory.last
            return msgspec.structs.replace(chunk, kind="person", ids=ids) if ids else chunk
        if word in ("他", "她", "he", "she", "the man", "the woman"):
            if self.language == "en":
                # He is whoever the sentence is about, not whom a "with" or "by" brought in.
                subjects = [c for c in before if not ENGLISH_SIDE.search(self.text[max(0, c.start - 16) : c.start])]
                before = subjects or ([] if memory.person and _WITH_WHOM.match(self.text) else before)
            by_him = self.text[: chunk.start].endswith("由") and before and memory.person
            if by_him and _PUBLISHES.search(self.text[before[-1].end : chunk.start]):
                # 阿里CEO张勇在信里公布调整,由他接替…: not 张勇, but who was spoken of before.
                before = []
            again = [c for c in before if c.word == word and len(c.ids) == 1 and self._opens_clause(c)]
            # 他和Y离开A,次年他成立B: he is still the one who opens the sentence.
            before = again[-1:] if again and self.language == "zh" else before
            ids = before[-1].ids if before and len(before[-1].ids) == 1 else memory.person
            same_clause = before and not re.search("[,，;；]", self.text[before[-1].end : chunk.start])
            towards = self.text[: chunk.start].endswith(("向", "对", "给", "由", "从"))
            if towards and len(before) == 1 and memory.person and same_clause:
                # X要向他汇报: not X himself, but who was spoken of before.
                ids = memory.person
            is_object = self.language == "zh" and any(
                t.end in (chunk.start, chunk.start - 1) and (_TO_SOMEBODY & set(t.frames) or t.word.endswith("给"))
                for t in self.triggers
            )
            is_object = is_object or self.text[: chunk.start].endswith(("邀", "邀请", "挖", "请"))
            if is_object and same_clause:
                # X投奔了他: not X himself, but who was spoken of before.
                earlier = [c.ids for c in before[:-1] if len(c.ids) == 1 and c.ids != before[-1].ids]
                ids = earlier[-1] if earlier else memory.person if memory.person != before[-1].ids else ()
            gender = "f" if word in ("她", "she", "the woman") else "m"
            # "The chairman" may be a woman: only a pronoun itself says which.
            says_which = self.text[chunk.start : chunk.end].strip().lower() == word
            if ids and says_which and not memory.agrees(ids[0], gender):
                # 交给苏以沫,她今年9月刚来: whoever else the sentence names right before.
                others = [c.ids for c in self.chunks if c.kind == "person" and len(c.ids) == 1 and c.ids != ids]
                if not others and self.language == "zh" and memory.previous_line == self.skeleton.sentence.line:
                    # 法务长方淑华问他何往。五天后他…: not she, but whom the sentences before named besides.
                    others = [(p,) for p in reversed(memory.named) if (p,) != ids]
                ids = others[-1] if others and memory.agrees(others[-1][0], gender) else ()
            if not ids:
                return chunk
            own = ((ids[0], chunk.org),) if chunk.org else ()
            return msgspec.structs.replace(chunk, kind="person", ids=ids[:1], orgs=own)
        if word in ("前者", "后者"):
            pair = self._pair_before(chunk)
            if pair is not None:
                return msgspec.structs.replace(chunk, kind=pair.kind, ids=(pair.ids[word == "后者"],))
        if word in ("前者", "后者") and len(memory.people) == 2:
            return msgspec.structs.replace(chunk, kind="person", ids=(memory.people[word == "后者"],))
        wanted = _how_many(word)
        if wanted is not None or word in (
            "他们",
            "她们",
            "they",
            "them",
            "the co-founders",
            "the cofounders",
            "the founders",
        ):
            people = next((c.ids for c in reversed(before) if len(c.ids) > 1), memory.people)
            singly = tuple(dict.fromkeys(c.ids[0] for c in before if len(c.ids) == 1))
            if word == "both" and len(singly) == wanted:
                # X, who had …, and Y both quit.
                people = singly
            if wanted and len(people) == wanted:
                return msgspec.structs.replace(chunk, kind="person", ids=people)
            if wanted:
                return msgspec.structs.replace(chunk, kind="group", count=wanted)
            other = self._the_other_side(chunk)
            if other is None and len(people) > 1 and self._just_named(people):
                return msgspec.structs.replace(chunk, kind="person", ids=people)
            return msgspec.structs.replace(chunk, kind="org", ids=(other,)) if other else chunk
        if word == "it" and (of_a_move := self._it_of_a_move(chunk)) is not None:
            return msgspec.structs.replace(chunk, kind="org", ids=(of_a_move,))
        if word == "it":
            firms = [c for c in self.chunks if c.kind == "org"]
            near = [c for c in firms if not self._is_aim(c) and not self._only_owns(c)]
            here = [c.ids[0] for c in [c for c in near if not self._is_object(c)] or near]
            new = [c.ids[0] for c in firms if _FOUNDS.search(self.text[max(0, c.start - 16) : c.start])]
            if _IN_FRONT.match(self.text) and near and all(self._is_object(c) for c in near):
                # After buying A, it …: not A, but what was spoken of before.
                here = [o for o in (memory.actor, memory.centre, memory.firm) if o and o not in here][:1] or here
            org = here[-1] if here else new[-1] if new else memory.actor or memory.centre or memory.org
        else:
            if word.startswith(("该", "这家", "此")) and _UNNAMED_FIRM.search(self.text, 0, chunk.start):
                # 创办一家智能家居公司,去年该公司被收购: one whose name nobody tells.
                return chunk
            named = [c.ids[0] for c in self.chunks if c.kind == "org"]
            named = named or [c.org for c in self.chunks if c.kind == "person" and c.org and not c.former]
            spoken_of = [o for o in named if not memory.is_outlet(o)]
            left = [c for c in self.chunks if c.kind == "org" and not self._is_aim(c)] if self.language == "zh" else []
            if self.language == "zh" and named and not left and not word.endswith("团队"):
                # A的创始人X离开B,创办了这家公司: A, not what he left.
                employers = [c.org for c in self.chunks if c.kind == "person" and c.org and not c.former]
                # X由A转投该公司: not A, but what was spoken of before.
                spoken_of = employers or ([] if word.startswith(("该", "公司")) else spoken_of)
            if self.language == "en":
                spoken_of = [o for o in spoken_of if not self.is_end_of_move(o)]
            if self.language == "en" and memory.firm not in spoken_of and self._acts_on(chunk):
                # Citadel put $200 million into the company: not into itself.
                spoken_of = [memory.firm] if memory.firm else []
            same_line = memory.previous_line == self.skeleton.sentence.line
            acting = memory.actor if same_line else None
            if self.language == "en" and memory.centre is not None and memory.centre_line == memory.current:
                acting = memory.centre
            if self.language == "zh" and same_line and word.startswith(("这家", "该", "此", "这间")):
                # 星河动力的X注册了A。这家公司: what was named last, not what the paragraph is about.
                acting = acting or next((o for o in reversed(memory.orgs) if not memory.is_outlet(o)), None)
            subject = memory.actor or memory.firm if word == "它" else memory.firm or memory.org
            org = next(reversed(spoken_of), None) or acting or subject
        return msgspec.structs.replace(chunk, kind="org", ids=(org,)) if org else chunk

    def _opens_clause(self, chunk: Chunk) -> bool:
        """Whether nothing but a date stands in front of a phrase in its clause."""
        return bool(_OPENS.search(self.text, 0, chunk.start))

    def _just_named(self, people: tuple[str, ...]) -> bool:
        """Whether some people are all whom this sentence and the one before it name: whom "they" means."""
        memory = self.memory
        here = {i for c in self.chunks if c.kind == "person" for i in c.ids}
        goes_on = memory.previous_line == self.skeleton.sentence.line
        return (here or set(memory.named)) == set(people) and (bool(here) or goes_on)

    def _it_of_a_move(self, chunk: Chunk) -> str | None:
        """What somebody joins or leaves who joins or leaves "it"."""
        lead = self.text[max(0, chunk.start - 12) : chunk.start]
        named = [c.ids[0] for c in self.chunks if c.kind == "org" and not self.memory.is_outlet(c.ids[0])]
        if named and _LEFT_IT.search(lead):
            return named[-1]
        if named and _JOINED_IT.search(lead):
            # A announced that X, the chief of B, was joining it.
            return named[0]
        return None

    def _object(self, chunk: Chunk) -> tuple[str, ...]:
        """Whom "him" or "her" means: not who acts in the clause itself, but who was named last before it."""
        here = self._clause_start(chunk.start)
        acting = {i for c in self.chunks if c.kind == "person" and c.start >= here for i in c.ids}
        part = self.text.rfind(";", 0, chunk.start) + 1
        first = next((c for c in self.chunks if c.start >= part and c.kind in ("person", "org", "group")), None)
        employs = any(c.kind == "org" and here <= c.start < chunk.start and not self._is_object(c) for c in self.chunks)
        if not acting and not employs and first is not None and first.kind == "person":
            # In October X, who had run A, followed him: X still acts.
            acting = set(first.ids)
        before = [c.ids for c in self.chunks if c.kind == "person" and len(c.ids) == 1 and c.end <= here]
        known = [*reversed(before), self.memory.person, self.memory.last]
        return next((ids for ids in known if len(ids) == 1 and not set(ids) & acting), ())

    def _clause_start(self, at: int) -> int:
        """Where the English clause begins in which something stands."""
        cuts = [m.end() for m in CLAUSE_ENDS["en"].finditer(self.text, 0, at)]
        return cuts[-1] if cuts else 0

    def _describes(self, chunk: Chunk) -> bool:
        """Whether somebody only stands in what another is: 是X最倚重的工程师."""
        is_told = _IS.search(self.text[max(0, chunk.start - 10) : chunk.start])
        return is_told is not None and _OF_HIS.match(self.text, chunk.end) is not None

    def _pair_before(self, chunk: Chunk) -> Chunk | None:
        """The two people or the two organisations that the sentence lists before 前者 or 后者."""
        listed = joined([c for c in self.chunks if c.end <= chunk.start], self.text, self.language)
        pair = next((c for c in reversed(listed) if c.kind in ("person", "org") and len(c.ids) == 2), None)
        alone = [c for c in listed if c.kind == "person" and len(c.ids) == 1]
        nearer = pair is None or (len(alone) >= 2 and pair.kind == "person" and pair.end <= alone[-2].start)
        if nearer and len(alone) >= 2 and alone[-2].ids != alone[-1].ids:
            # 交给Y,后者来自B: of all whom the sentence names, the last two.
            return msgspec.structs.replace(alone[-2], ids=alone[-2].ids + alone[-1].ids)
        return pair

    def _the_other_side(self, chunk: Chunk) -> str | None:
        """Whom a quoted speaker means by 他们: the organisation spoken of that is not his own."""
        if "“" not in self.text[: chunk.start] and "「" not in self.text[: chunk.start]:
            return None
        own = self.memory.employer.get(self.memory.person[0]) if self.memory.person else None
        return next((o for o in reversed(self.memory.orgs) if o != own and not self.memory.is_outlet(o)), None)

    def _only_owns(self, chunk: Chunk) -> bool:
        """Two veterans of Google's car project: whose thing it is inside a description is not what is spoken of."""
        return bool(_OWNS.match(self.text, chunk.end)) and bool(_OF_WHOSE.search(self.text[: chunk.start]))

    def _acts_on(self, chunk: Chunk) -> bool:
        """Whether the one firm that the clause names before an English description acts on what it describes."""
        here = self._clause_start(chunk.start)
        firms = [c for c in self.chunks if c.kind == "org"]
        verbs = [t for t in self.triggers if firms and firms[-1].end <= t.start < chunk.start]
        alone = bool(firms) and all(c.start >= here and not self._is_object(c) for c in firms)
        return alone and bool(verbs) and not any("say" in t.frames for t in verbs) and self._is_object(chunk)


_IS = re.compile(r"[是为][^,，。;；]{0,8}$")
_OF_HIS = re.compile(r"[^,，。;；\ue000-\ue005]{1,12}的[^,，。;；]")
_IN_FRONT = re.compile(
    r"\s*(?:\S+\s){0,4}?(?:[Aa]fter|[Bb]efore|[Ww]hile|[Ss]ince|[Bb]y|[Oo]n|[Ii]n|[Dd]espite)\s[a-z]+ing\b"
)
_UNNAMED_FIRM = re.compile(
    r"(?:创办|创立|成立|设立|办起|开)了?(?:一家|一间|自己的)[^,，。;；\ue000-\ue005]{0,14}公司(?![^。]*\ue001)[^。]*$"
)
_IS_SOMEBODY = re.compile(r"\s(?:is|was|will be|would be)\s(?:[a-z]+\s){0,2}\ue000")
_OWNS = re.compile(r"['’]s\s")
_OF_WHOSE = re.compile(r"\b(?:of|from|at|with|by|for|like)\s(?:the\s)?$")
_FOUNDS = re.compile(r"\b(?:start(?:ed)?|found(?:ed)?|set up|launch(?:ed)?|create(?:d)?)\s(?:the\s)?$", re.IGNORECASE)


_PUBLISHES = re.compile(r"(?:公布|宣布|宣告|发布|任命|发信|发文|签发|下发|通报|决定)[^。;；]*[,，]")
_OPENS = re.compile(r"(?:^|[,，。;；:：\ue002])\s?$")
_WITH_WHOM = re.compile(r"\s*(?:Together\s|Along\s)?[Ww]ith\s\ue000[^,;.]{0,60}\s(?:he|she)\b")
"""With Y he launched A: he is who was spoken of before."""
_CATAPHOR = re.compile(r"\b(?:after|before|when|while|since|once|until)\s(?=(?:he|she)\b)[^,;.]*,\s(\ue000)\s")
"""Five months after she walked out of A, X launched B: she is X."""
_LEFT_IT = re.compile(r"\b(?:left|leaves|leaving|quit|quits|quitting)\s$")
_JOINED_IT = re.compile(r"\b(?:join|joins|joined|joining|come to|coming to)\s$")
_ALONE = re.compile(
    r"\s?(?:[,，。、;；]|都|均|也|一同|一道|一起|共同|先后|相继|分别|同时|于|在|将|已|则|是|的|就|还|并|随|后|\ue002|\ue004|$)"
)


_BY_WHOM = re.compile(r"由[^,，。\ue000-\ue005]{0,6}$")
_ACTED_ON = re.compile(r"(?:把|将|对|向|被|发给|为|让|跟|接替)$|" + _BY_WHOM.pattern)
"""Whoever stands behind one of these is not who a pronoun goes on with."""


_TO_SOMEBODY = frozenset({"join", "hire", "offer"})
"""Frames whose word may have a person as its object."""


def _how_many(word: str) -> int | None:
    english = {"the two": 2, "both": 2, "the pair": 2, "the duo": 2, "the trio": 3, "the three": 3, "the four": 4}
    if word in english:
        return english[word]
    match = re.fullmatch(r"(?:这|那|上述|该|他们|她们)?([两二三四五六七八九十俩])(?:人|者|位)", word)
    value = number(match[1]) if match else None
    return int(value) if value else None
