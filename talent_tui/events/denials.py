"""Denials: who disputes what. The statement stays a statement; what it disputes becomes an event of status `denied`.

A denied claim told as fact is the worst error that the program can make, so in doubt the nearest claim is taken for
what is denied.
"""

import re
from collections import defaultdict

from talent_tui.events.disputes import disputes_something
from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene
from talent_tui.lexicon.cues import cue

_REFERS = re.compile(
    r"这[一个些]?(?:说法|消息|传闻|传言|数字|报道|指控|言论|观点|猜测)|该(?:说法|消息|传闻|传言|数字|报道|指控)"
    r"|此(?:说法?|事|消息|数字|传闻)|上述|对此|其言论|的(?:言论|说法|报道|传闻)|假新闻"
    r"|\b(?:report|claim|rumou?r|figure)s?\b"
    r"|\b(?:den(?:y|ies|ied)|disputed|disputes|rejected|dismissed|rubbished) (?:it|this|that)"
    r"(?=[.,;]|$|\son\b|\sin\b|\sat\b|\s\ue002|\sas\b|\sflatly)|\bthat is\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"言论|说法")
_FALSE = re.compile(
    r"臆测|揣测之词|一派胡言|无中生有|是假|不实|不属实|谣言|子虚乌有|无稽之谈"
    r"|\b(?:false|untrue|baseless|not true|inaccurate|fake news|nonsense|rubbish|made[- ]up|hoax|bogus|fiction"
    r"|fabricat\w+|invention|dead wrong|no such thing|(?:is|was|are|were) wrong|not the case|laughable"
    r"|pure speculation)\b",
    re.IGNORECASE,
)
_ONE_THING = re.compile(
    r"薪|金额|数字|估值|人数|比例|时间|职位|\b(?:pay|salary|figures?|numbers?|sums?|price|timing|title)\b"
)
"""What a denial may single out of a claim: 薪酬一说不实."""
_WORDS_OF_OTHERS = re.compile(r"的(?:传闻|传言|消息|说法|报道|言论)|一说|一事")
_DENIES = re.compile(r"否认|驳斥|反驳|辟谣|回击|\bden(?:y|ies|ied)\b")
_SPOKEN_OF = re.compile(
    r"的(?:传闻|传言|消息|说法|报道)"
    r"|\b(?:rumou?rs?|reports?|claims?|talk|speculation|suggestions?|stories|story|gossip) (?:that|of|about)\b",
    re.IGNORECASE,
)
"""The sentence names itself what it calls untrue; the sentences before are not meant."""
_SEMICOLON = re.compile(r"[；;]")
_TALKS = re.compile(
    r"no (?:such )?(?:talks|deal|agreement)|not in talks|没有(?:任何)?(?:谈判|接触|协议|计划)", re.IGNORECASE
)
_OWN_WORDS = re.compile(
    r"\bden(?:y|ies|ied|ying)\s(?:that|having|any|ever)\s(?!report|claim|rumou?r)|"
    r"否认(?:了|称|过)?(?!这|该|此|上述|相关|有关|了这|了该)[^,，。；;：:“「\ue004]{3,}",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|talk|speculation|suggestions?) (?:that|of|about) \S+ \S+", re.IGNORECASE
)
"""A denial that says in its own words what it denies."""
_ACCUSED = re.compile(r"指控|指责|质疑|批评|控诉|accusation|allegation|criticism|lawsuit", re.IGNORECASE)
_AN_ACCOUNT = re.compile(
    r",\s(?:an?|the)\s(?:account|version|claim|description|characteri[sz]ation|portrayal|assertion|charge|complaint)"
    r"\s(?:that\s|which\s)?[^,.;]{1,40}?\b(?:called|described|rejected|disputed|denied|dismissed|branded|labell?ed)\b"
)
"""Who rejects an accusation does not deny the move that it is about."""
_UNCONFIRMED = re.compile(r"(?:没有|未|尚未|并未)(?:得到|获|获得|经)?[^,，。]{0,10}证实|unconfirmed|not be confirmed")
_CLAIMS = frozenset(
    {"join", "leave", "return", "appoint", "offer", "found", "reorganise", "freeze", "deal", "release", "pay"}
)
_HEDGED = ("reported", "rumoured")
_OPEN = (*_HEDGED, "planned")
"""Statuses of what had not happened, or was not sure, when it was told."""
_REACH = 3
"""Sentences back in which a denial looks for its claim."""


def deny(drafts: list[Draft], scenes: list[Scene]) -> list[Draft]:
    """Tie each denial to its claim and set the claim's status, over a whole article. `drafts` are in reading order.

    What the denial itself repeats of an earlier claim (否认有任何并购协议) goes; the claim stands where it was told.
    """
    if not scenes:
        return drafts
    told = _Told(drafts, scenes)
    for here, scene in enumerate(scenes):
        told.leave_open(here, scene)
        match = cue(scene.language, "denied").search(scene.text)
        if match is None and not (scene.language == "en" and disputes_something(scene.text)):
            continue
        at = scene.skeleton.starts[match.start() if match is not None else 0]
        statement = told.statements.get(here)
        claims = told.claims_denied(here, scene, at)
        kin = {d.kin for d in claims if d.kin is not None}
        claims += [d for d in drafts if d.kin in kin and not any(d is c for c in claims)] if kin else []
        for claim in claims:
            claim.dateless = claim.dateless or (claim.status == "planned" and claim.date is None)
            claim.status = "denied"
            if statement is not None and statement.denies is None:
                statement.denies = claim
    return [d for d in drafts if id(d) not in told.repeats]


def _stops(scene: Scene, at: int) -> int:
    """Where a denial at clean offset `at` stops: A否认;还有人传…: what follows a semicolon is another matter."""
    ends = (m.start() for m in _SEMICOLON.finditer(scene.text))
    return next((end for end in ends if scene.skeleton.starts[end] > at), len(scene.text))


def _spoken_of(scene: Scene, at: int) -> range:
    """Where before a denial, in clean offsets, stands what somebody else said: 解聘X的说法不属实."""
    ends = [m.start() for m in _WORDS_OF_OTHERS.finditer(scene.text) if scene.skeleton.starts[m.start()] < at]
    if not ends:
        return range(0)
    begin = max(scene.text.rfind(mark, 0, ends[-1]) for mark in ",，;；:：") + 1
    return range(scene.skeleton.starts[begin], scene.skeleton.starts[ends[-1]])


class _Told:
    """The claims of an article by sentence, sum and speaker, so that a denial finds its own without reading all."""

    def __init__(self, drafts: list[Draft], scenes: list[Scene]) -> None:
        number = {s.skeleton.sentence.start: i for i, s in enumerate(scenes)}
        self._memory = scenes[0].memory
        self.repeats: set[int] = set()
        self.statements: dict[int, Draft] = {}
        self._claims: dict[int, list[Draft]] = defaultdict(list)
        self._by_sum: dict[float, list[tuple[int, Draft]]] = defaultdict(list)
        self._by_speaker: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
        for draft in drafts:
            at = number.get(draft.sentence, 0)
            if draft.type == "statement":
                self.statements.setdefault(at, draft)
            if draft.type not in _CLAIMS:
                continue
            self._claims[at].append(draft)
            if draft.speaker:
                self._by_speaker[draft.speaker].append((at, draft))
            if draft.type in ("offer", "pay", "deal"):
                for mention in draft.amounts:
                    if mention.amount.value:
                        self._by_sum[mention.amount.value].append((at, draft))

    def leave_open(self, here: int, scene: Scene) -> None:
        """What the text says is not confirmed is a rumour."""
        near = [*self._claims.get(here - 1, ()), *self._claims.get(here, ())]
        if near and near[-1].status in ("planned", "reported") and _UNCONFIRMED.search(scene.text):
            near[-1].status = "rumoured"

    def claims_denied(self, here: int, scene: Scene, at: int) -> list[Draft]:
        """The claims that the denial in sentence `here`, its word at clean offset `at`, is about."""
        if same_sum := self._with_sum(here, scene, at):
            return same_sum
        statement = self.statements.get(here)
        named = {c.ids[0] for c in scene.chunks if c.kind == "person" and c.ids}
        deniers = set(statement.people) if statement is not None else named
        own = self._claims.get(here, [])
        before = [d for n in range(max(0, here - _REACH), here) for d in self._claims.get(n, ())]
        repeated = [d for d in own if d.status == "denied"] if scene.language == "en" else []
        if repeated:
            # Rejected a report that A would buy B: the sentence says itself what it disputes.
            # When A reported that B cut jobs, B denied that there were layoffs: the claim of the sentence first.
            told_here = [d for d in own if d.at < repeated[0].at]
            return [*self._told_before(repeated[0], [*before, *told_here]), *repeated[1:]]
        # 跳槽至Meta的X否认…: what is told of the denier himself in passing is not what he denies.
        quoted = _spoken_of(scene, at)
        front = [d for d in own if d.at < at and (d.status in _HEDGED or d.at in quoted or not set(d.people) & deniers)]
        until = scene.skeleton.starts[_stops(scene, at) - 1]
        behind = [d for d in own if at < d.at <= until]
        hearsay = cue(scene.language, "hearsay").search(scene.text) or cue(scene.language, "rumoured").search(
            scene.text
        )
        if hearsay is not None and scene.skeleton.starts[hearsay.start()] < at and not front and not behind:
            # 网传…,X辟谣: what is denied stands in this sentence, though no event was read in it.
            return []
        hedged_here = [d for d in front if d.status in _OPEN]
        if hedged_here and not behind:
            # 坊间再传重启上市,发言人随即澄清: the hearsay of the sentence itself.
            claim = hedged_here[-1]
            # 报道说A要裁员;A回应称裁员是谣言: what it only repeats, is meant where it was told.
            same = [d for d in hedged_here[:-1] if d.type == claim.type and d.people == claim.people]
            ours = self._memory.house(*claim.orgs)
            same = [d for d in same if not self._memory.house(*d.orgs).isdisjoint(ours)]
            if same and claim.count is None and not claim.amounts:
                self.repeats.add(id(claim))
                claim = same[-1]
            return self._with_its_twins(here, claim)
        account = _AN_ACCOUNT.search(scene.text)
        words = [t.end for t in scene.triggers if account is not None and "say" in t.frames and t.end < account.start()]
        if account is not None and words:
            # Wrote that nobody had told him, an account that A called inaccurate: what he wrote, no other event.
            inside = range(scene.skeleton.starts[words[-1]], scene.skeleton.starts[account.start()])
            return [d for d in own if d.at in inside]
        if _ACCUSED.search(scene.text) and not any(d.status in _HEDGED for d in before):
            return []
        if (false := _FALSE.search(scene.text)) is not None:
            untrue = [d for d in behind if d.at < scene.skeleton.starts[false.start()]]
            if untrue:
                # 否认称裁员是谣言: the denial says itself what is untrue.
                return [c for d in untrue for c in self._told_before(d, before)]
            hedged = [d for d in before if d.status in _OPEN]
            told = front or ([] if _SPOKEN_OF.search(scene.text) else hedged or before)
            return self._with_its_twins(here, told[-1], whole=not _ONE_THING.search(scene.text)) if told else []
        refers = _REFERS.search(scene.text)
        if behind and not (refers and scene.skeleton.starts[refers.start()] < behind[0].at):
            return self._told_before(behind[0], before)
        if refers and _SAID.search(refers.group()):
            said = [d for p in sorted(named) for n, d in self._by_speaker.get(p, ()) if n < here]
            if said:
                return said[-1:]
        return self._nearest(here, scene, deniers, before + front, refers=bool(refers))

    def _with_sum(self, here: int, scene: Scene, at: int) -> list[Draft]:
        """All claims of a sum that the denial names; its own repeat of it goes where it was told before."""
        sums = {a.amount.value for a in scene.amounts(0, _stops(scene, at)) if a.amount.value}
        found = {id(d): (n, d) for s in sums for n, d in self._by_sum.get(s, ())}
        if any(n < here for n, _ in found.values()):
            self.repeats.update(id(d) for n, d in found.values() if n == here and d.at > at)
        return [d for _, d in found.values() if id(d) not in self.repeats]

    def _told_before(self, repeat: Draft, before: list[Draft]) -> list[Draft]:
        """What a denial says it denies: the claim told before, if it is one, else its own words."""
        house = self._memory.house
        ours = house(*repeat.orgs)
        same_kind = [d for d in before if d.type == repeat.type]
        earlier = [
            d
            for d in same_kind
            # Raised money from A; denied that it talks to B about more: a fact told before stands.
            if set(d.orgs) & set(repeat.orgs) and (d.status in _OPEN or set(repeat.orgs) <= set(d.orgs))
        ] or [d for d in same_kind if d.status in _OPEN and (not repeat.orgs or not house(*d.orgs).isdisjoint(ours))]
        if earlier:
            self.repeats.add(id(repeat))
            return earlier[-1:]
        return [repeat]

    def _nearest(self, here: int, scene: Scene, deniers: set[str], before: list[Draft], *, refers: bool) -> list[Draft]:
        hedged = [d for d in before if d.status in _OPEN]
        parties = {*scene.orgs(0, len(scene.text)), *(scene.memory.employer.get(p) for p in deniers)}
        own = [d for d in hedged if set(d.people) & deniers or set(d.orgs) & parties]
        if own and not refers:
            # Who denies right after hearsay about him, denies the hearsay.
            return self._with_its_twins(here, own[-1])
        talks = [d for d in before if d.type == "deal"] if _TALKS.search(scene.text) else []
        itself = _ITSELF.search(scene.text)
        if itself is not None:
            # X denied reports that he would follow them: what others did before him stands as it was told.
            named = {*scene.names(scene.chunks), *deniers}
            before = [d for d in before if d.status in _OPEN or not d.people or set(d.people) & named]
        if before and (refers or talks):
            # 否认了这一说法: all of it, unless one thing is singled out.
            whole = bool(refers) and not talks and not _ONE_THING.search(scene.text)
            return self._with_its_twins(here, (talks or hedged or before)[-1], whole=whole)
        if _OWN_WORDS.search(scene.text):
            # 否认公司要卖: what is denied is said, though it is none of the events told; a fact told before stands.
            before = hedged
        # In doubt the nearest claim: to tell a denied one as fact would be worse.
        near = [d for d in before if d.type not in ("offer", "pay")]
        return near[-1:] if here in self.statements and _DENIES.search(scene.text) else []

    def _with_its_twins(self, here: int, claim: Draft, *, whole: bool = False) -> list[Draft]:
        """A claim with what the same words told besides (talks to merge are a deal and a merger).

        With `whole`, all the hearsay of its sentence about the same people: what is called untrue as a whole.
        """
        near = [d for n in range(max(0, here - _REACH), here + 1) for d in self._claims.get(n, ())]
        return [
            d
            for d in near
            if d is claim
            or (d.start, d.end) == (claim.start, claim.end)
            or (whole and d.sentence == claim.sentence and d.status in _HEDGED and set(d.people) & set(claim.people))
        ]
