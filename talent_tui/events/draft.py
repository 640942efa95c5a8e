"""An event while it is being worked out: what the rules have put together, before dates, status and wording."""

from dataclasses import dataclass, field, replace

from talent_tui.model import AmountMention, DateMention, EventType, Status


@dataclass
class Draft:
    """All offsets are clean ones. `start` to `end` is the quotation; `at` where the telling word stands."""

    type: EventType
    rule: str
    start: int
    end: int
    at: int
    line: int
    sentence: int
    people: tuple[str, ...] = ()
    from_: str | None = None
    to: str | None = None
    companies: tuple[str, ...] = ()
    role: str | None = None
    count: int | None = None
    amounts: list[AmountMention] = field(default_factory=list)
    speaker: str | None = None
    outlets: tuple[str, ...] = ()
    status: Status = "confirmed"
    told: Status = "confirmed"
    """Its status if it is no plan: how it is told."""
    date: DateMention | None = None
    date_because: str | None = None
    dateless: bool = False
    """Planned without a date: no day is claimed, not even that it happened before publication."""
    predecessor: tuple[str, ...] = ()
    """Who had the post before, as the clause itself tells."""
    weak: list[str] = field(default_factory=list)
    """Reasons to look twice: what was guessed."""
    denies: "Draft | None" = None
    quoted: bool = False
    origin_guessed: bool = False
    """Where the person came from was read from what the text told before."""
    origin_titled: bool = False
    """Where the person came from is only the firm of his present title (A公司CEO X2011年加入B)."""
    table: bool = False
    """Quoted whole, though longer than a sentence: a table of figures."""
    group: bool = False
    """Told of people who are not named."""
    kin: object = None
    """Shared by a draft and those that were told in short with it: what is denied of one is denied of all."""

    def again(self) -> "Draft":
        """A further draft that the same words tell: its own lists, and kin of this one."""
        self.kin = self.kin or object()
        return replace(self, weak=list(self.weak), amounts=list(self.amounts))

    @property
    def word(self) -> str:
        """The telling word."""
        return self.rule.partition(":")[2]

    @property
    def is_loss(self) -> bool:
        """Whether an appointment is one in reverse: a post lost."""
        return self.rule.startswith("loses role")

    @property
    def orgs(self) -> tuple[str, ...]:
        """All organisations of the event, ends first, once each."""
        out: list[str] = []
        for org in (self.from_, self.to, *self.companies):
            if org and org not in out:
                out.append(org)
        return tuple(out)
