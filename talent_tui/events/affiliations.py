"""What a phrase is to the others of its sentence: whom somebody works for, leaves or joins, and who owns whom."""

import re

import msgspec

from talent_tui.events.chunks import Chunk
from talent_tui.events.memory import Memory
from talent_tui.events.skeleton import ORG, PERSON, Skeleton
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.leaders import leaders
from talent_tui.lexicon.roles import roles


class Affiliations:
    """The phrases of one sentence as their neighbours describe them."""

    skeleton: Skeleton
    text: str
    memory: Memory
    language: str
    triggers: list[Trigger]
    chunks: list[Chunk]

    def _affiliated(self, chunk: Chunk, position: int) -> Chunk:
        """A person with the organisation that an apposition gives: X, A的负责人, …; A …, and its chief executive X."""
        if chunk.kind == "person" and chunk.org and self.language == "zh" and _RAN_IT.search(self.text[: chunk.start]):
            # 主管过A的X去年离职: what he ran once.
            return msgspec.structs.replace(chunk, former=True)
        if chunk.kind == "person" and chunk.org and self._teaches_besides(chunk):
            # 另一位联合创始人、多伦多大学教授X: at the firm that is spoken of.
            chunk = msgspec.structs.replace(chunk, org=None, orgs=(), title=chunk.title or "创始人")
        if chunk.kind == "person" and chunk.org and (first := self._first_post(chunk, position)) is not None:
            return msgspec.structs.replace(chunk, org=first, orgs=tuple((p, first) for p in chunk.ids))
        if chunk.kind != "person" or chunk.org:
            return chunk
        if len(chunk.ids) > 1 and not (chunk.title and self.language == "en"):
            return chunk
        following = self.chunks[position + 1] if position + 1 < len(self.chunks) else None
        org = self._worked_at(chunk)
        if (
            following is not None
            and following.kind == "org"
            and (following.word or self.memory.is_outlet(following.ids[0]))
        ):
            # A pronoun is no apposition, and ", The Information reported" is who tells it.
            following = None
        if following is not None and any(
            chunk.end <= t.start < following.start and _MOVES & set(t.frames) for t in self.triggers
        ):
            # X, defected to A: where he goes, not whom he works for.
            following = None
        behind = following if self.language == "en" and following is not None and following.kind == "org" else None
        if org is None and behind is not None and _FROM_BEHIND.fullmatch(self.text, chunk.end, behind.start):
            # "Amelia Stone from Palantir": the organisation belongs to the phrase.
            pairs = tuple((person, behind.ids[0]) for person in chunk.ids)
            return msgspec.structs.replace(chunk, end=behind.end, org=behind.ids[0], orgs=pairs)
        if (
            org is None
            and following is not None
            and _APPOSITION[self.language].fullmatch(self.text, chunk.end, following.start)
        ):
            end = self.text.find(",", following.end)
            end = end if 0 <= end <= following.end + 24 else min(len(self.text), following.end + 24)
            if following.kind == "group" and following.org and self.text[following.end : following.end + 1] in ",，":
                org = following.org
            elif (following.kind == "org" and _TITLE_END[self.language].search(self.text, following.end, end)) or (
                self.language == "en" and following.kind == "org"
            ):
                org = following.ids[0]
        if org is None and chunk.title and not chunk.former:
            # The definite title means the firm spoken of: "…licence to Windsurf's technology, and chief executive X".
            named = [
                c.ids[0] if c.kind == "org" else c.org
                for c in self.chunks[:position]
                if not self._is_aim(c) and not c.former
            ]
            spoken_of = [o for o in named if o and not self.memory.is_outlet(o) and not self.is_parent(o)]
            about = self.memory.employs if self.language == "en" else self.memory.about
            org = about if about in spoken_of else spoken_of[-1] if spoken_of else None
            if self.language == "en" and self.memory.headed:
                org = self.memory.headed
            opens = self.chunks[position - 1] if position and self.language == "zh" else None
            if opens is not None and opens.kind == "org" and not opens.word and not self._is_aim(opens):
                # 鸿海投资的夏普,社长X: of the firm right in front.
                org = opens.ids[-1] if self.text[opens.end : chunk.start].strip() in (",", "，") else org
            known = self.memory.careers.get(chunk.ids[0], ())
            if known and org is not None and self.memory.house(org).isdisjoint(known):
                # CEO米拉·穆拉蒂发文称, in an article about OpenAI: of the firm that she is known to work for.
                org = known[0]
            leads = leaders().get(chunk.ids[0])
            if leads is not None and self.memory.employer.get(chunk.ids[0]) == leads:
                # 外界盛传阿里收购零一万物,创始人李开复…: known to lead another firm that the article has named.
                org = leads
            chunk = msgspec.structs.replace(chunk, implied=org is not None)
        if org is None:
            return chunk
        former = chunk.former or bool(_USED_TO_BE.match(self.text, chunk.end)) or self._worked_there_once(chunk)
        return msgspec.structs.replace(chunk, org=org, former=former, orgs=tuple((p, org) for p in chunk.ids))

    def _teaches_besides(self, chunk: Chunk) -> bool:
        """Whether a university is only the second of two posts, the first being at a firm without its name."""
        company = self.memory.companies.get(chunk.org or "")
        university = company is not None and company.kind == "university"
        return university and bool(_POST_BEFORE.search(self.text[max(0, chunk.start - 12) : chunk.start]))

    def _first_post(self, chunk: Chunk, position: int) -> str | None:
        """阿里巴巴副总裁、达摩院负责人X: the first of two posts is that at the employer."""
        before = self.chunks[position - 1] if position else None
        if before is None or before.kind != "group" or not before.generic or before.org in (None, chunk.org):
            return None
        unit = self.memory.companies.get(chunk.org or "")
        inside = unit is not None and (unit.kind in ("lab", "team") or unit.parent == before.org)
        return before.org if inside and self.text[before.end : chunk.start] in ("、", "兼", "、兼", "及") else None

    def is_parent(self, org: str) -> bool:
        """Whether an organisation is only named as the owner of the one that is spoken of (母公司A证实…)."""
        places = [i for i, m in self.skeleton.mentions.items() if getattr(m, "entity", None) == org]
        return bool(places) and all(_OWNER.search(self.text[max(0, i - 14) : i]) for i in places)

    def ends_a_move(self, at: int) -> bool:
        """Whether what stands at a skeleton index is what somebody leaves or goes to; a board is no employer."""
        if self.text.startswith(("'s board", "’s board"), at + 1):
            return False
        return bool(_ENDS_OF_A_MOVE[self.language].search(self.text[max(0, at - 28) : at]))

    def is_end_of_move(self, org: str) -> bool:
        """Whether an organisation is named only as what somebody leaves or goes to."""
        places = [c for c in self.chunks if c.kind == "org" and org in c.ids]
        return bool(places) and all(self._is_aim(c) for c in places)

    def _is_object(self, chunk: Chunk) -> bool:
        """Whether an English phrase stands behind a verb or a preposition: no subject."""
        verb = any(
            0 <= chunk.start - t.end <= 5 and not self.text[t.end : chunk.start].strip(" the") for t in self.triggers
        )
        return verb or bool(ENGLISH_SIDE.search(self.text[max(0, chunk.start - 16) : chunk.start]))

    def _is_aim(self, chunk: Chunk) -> bool:
        """Whether somebody joins it: the object of a word of moving."""
        if self.ends_a_move(chunk.start):
            return True
        moving = [t for t in self.triggers if {"join", "return"} & set(t.frames)]
        return any(0 <= chunk.start - t.end <= 2 for t in moving)

    def _worked_there_once(self, chunk: Chunk) -> bool:
        """曾在A等国企任职的X: no longer."""
        return self.language == "zh" and bool(_ONCE.search(self.text[max(0, chunk.start - 40) : chunk.start]))

    def _worked_at(self, chunk: Chunk) -> str | None:
        """在A工作了9年的X works at A."""
        match = _WORKED_AT.search(self.text[max(0, chunk.start - 40) : chunk.start])
        if match is None:
            return None
        return self.skeleton.name(max(0, chunk.start - 40) + match.start(1)).entity


_POST_BEFORE = re.compile(r"(?:^|[^\ue001])(?:创[始办]人|首席[\u4e00-\u9fff]{2,5}|CEO|CTO|总裁|董事长)[、兼,，]$")
_RAN_IT = re.compile(r"(?:主?管|带|负责|执掌|领导|做|掌舵|分管|操盘|参与)过\s?$")
_ONCE = re.compile(
    r"(?:曾|早年|先前|此前|原先|过去)[^,，。;；]{0,3}在\ue001[^,，。;；\ue000]{0,16}的[^,，。\ue000\ue001]{0,10}$"
)
_MOVES = frozenset({"join", "leave", "return", "hire"})
_ENDS_OF_A_MOVE = {
    "zh": re.compile(
        r"(?:从|自|由|来自|离开|前往|跳槽|加入|加盟|创办|创立|创建|投奔|转投(?!资)|重返|老东家|前东家)[^,，。\ue000-\ue005]{0,6}$"
    ),
    "en": re.compile(
        r"\b(?:former|ex|onetime|from|left|quit|join(?:ed)?|start(?:ed)?|found(?:ed)?|set up|launch(?:ed)?|create(?:d)?"
        r"|(?:left|headed|heading|off|mov\w+|return\w+|went|gone|back|bound|decamped|defected|swapped \S+) (?:for|to)"
        r"|(?:back|up|down|surfaced|landed|started) at"
        r")\s(?:rival\s|the\s)?$"
        r"|\b(?:from|left|quit|joined)\s(?:the\s)?(?:[a-z-]+\s){1,3}$"
        r"|\b(?:off|left|leaving|quit|departed|gone|went)\sto\s(?:run|lead|head|join|start|found|set up)\s(?:the\s)?$",
        re.IGNORECASE,
    ),
}
"""What somebody leaves or goes to is not the firm that a bare title belongs to."""
ENGLISH_SIDE = re.compile(
    r"\b(?:with|by|of|to|from|for|at|under|against|including|replaced|succeeded|told)\s(?:the\s)?$", re.I
)
_OWNER = re.compile(r"(?:母公司|母企|控股股东|大股东|东家|parent(?: company)?)\s?$")
_FROM_BEHIND = re.compile(
    r"\s(?:from|of)\s(?:the\s)?"
    r"(?:(?:[a-z-]+\s){0,3}(?:fund|firm|bank|company|group|start-?up|maker|giant|consultancy|agency|lab|broker|insurer|retailer"
    r"|studio|publisher|brokerage|manager|chain|developer|carmaker|chipmaker|airline|newspaper)\s)?"
)
_WORKED_AT = re.compile(
    rf"在({ORG})[^,，。]{{0,8}}?(?:工作|任职|待|干|效力|供职|服务|做)[^,，。]{{0,10}}的[^,，。{ORG}{PERSON}]{{0,14}}$"
)
_APPOSITION = {
    "zh": re.compile(
        r"\s?[,，]\s?(?:前|原|现任|曾任|时任|他是|她是)?\s?|\s?(?:曾|现|此前|之前|早年)*(?:担任|出任|任|是|为)了?\s?(?:前|原)?"
    ),
    "en": re.compile(
        r",\s(?:the\s|an?\s|who\s(?:is|was)\s|its\s)?(?:former\s|then\s|ex-)?(?:(?!(?:who|whose|had|has|have|left"
        r"|leaves|joined|quit|came|come|moved|hired|poached)\b)[A-Za-z&'-]+\s){0,6}"
        r"(?:of|at|for)?\s?(?:the\s)?"
    ),
}
_USED_TO_BE = re.compile(
    r",\s(?:who\s(?:was|had\sbeen|served|had\sserved)\s|an?\s|the\s)?"
    r"(?:former|once|formerly|previously|onetime|ex-|most\srecently|[^,]{0,30}\b(?:veteran|alum\w*))"
)
_TITLE_END = {
    "zh": re.compile(rf"[^,，。]{{0,16}}(?:{'|'.join(map(re.escape, roles('zh').titles))})\s?(?=[,，]|$)"),
    "en": re.compile(r"'s\s[a-z ]+|\s(?:founder|chief|head|boss|president|director|engineer|veteran|executive)"),
}
