"""What one sentence hands to the next: who acted last, which organisation is spoken of, who works where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from talent_tui.model import Company


@dataclass
class Memory:
    """What is known so far while an article is read from top to bottom."""

    language: str
    companies: dict[str, Company]
    careers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of people, the organisations of the article that they are known to have worked for, the newest first."""
    person: tuple[str, ...] = ()
    """Who acted or was named last, alone."""
    last: tuple[str, ...] = ()
    """Who was named last of all: 这位工程师."""
    people: tuple[str, ...] = ()
    """The last list of several people."""
    org: str | None = None
    """The organisation that acted last."""
    actor: str | None = None
    """The organisation that was the subject of the sentence before."""
    topic: str | None = None
    """The organisation that the article names most."""
    topics: dict[int, str] = field(default_factory=dict)
    """The organisation that each line (paragraph) is about: what 公司 means there."""
    topic_lines: frozenset[int] = frozenset()
    """The lines that name the article's organisation."""
    heads: dict[int, str] = field(default_factory=dict)
    """The organisation whose name alone opens a line ("xAI. Its founder …"): the line is about nothing else."""
    centre: str | None = None
    """The firm that an English text is about at this point, and the line in which it last was."""
    centre_line: int = -1
    current: int = -1
    """The line that is being read."""
    employer: dict[str, str] = field(default_factory=dict)
    """Where people work, as far as the text has told."""
    former: dict[str, str] = field(default_factory=dict)
    """Where people came from when they last moved: the old employer of 回了老东家."""
    employed: dict[str, date | None] = field(default_factory=dict)
    """Since when, at the latest, people work where `employer` says, if a dated event told it."""
    founded_here: str | None = None
    """What was founded in the sentence that is being read: a post told behind it is there."""
    left: dict[str, str] = field(default_factory=dict)
    """Whom people left last, as far as the text has told: where they may come back to."""
    left_on: dict[str, date] = field(default_factory=dict)
    """The last day on which people may have left whom `left` says."""
    joined_here: dict[str, str] = field(default_factory=dict)
    """Whom people joined in the sentence that is being read: a post told behind it is there."""
    joined_on: dict[str, date | None] = field(default_factory=dict)
    """When they did, at the earliest."""
    posts: dict[str, str] = field(default_factory=dict)
    """Where people were given a post last: where they start."""
    named: tuple[str, ...] = ()
    """Whom the last sentence that named somebody named, the last first."""
    gender: dict[str, str] = field(default_factory=dict)
    """`f` of whom the text calls 她 or she, `m` of whom it calls 他 or he."""
    vacated: tuple[str, int] | None = None
    """The organisation where a post was left or lost last, and the clean offset of the sentence that told it."""
    maker: str | None = None
    """Who makes the product that was named last."""
    deal: tuple[str | None, tuple[str, ...]] = (None, ())
    """Who pays and who takes part in the deal that was told last."""
    hirer: str | None = None
    """The organisation that hired last: whose tally goes on."""
    orgs: tuple[str, ...] = ()
    """The organisations of the sentence before."""
    previous: tuple[int, int] = (0, 0)
    """Where the sentence before stands, in clean offsets."""
    previous_line: int = -1
    """The line of the sentence before."""
    lone_lines: frozenset[int] = frozenset()
    """Lines that hold one sentence only: headlines are among them."""

    @property
    def firm(self) -> str | None:
        """The organisation that is spoken of here: the one that acts, the paragraph's, else the article's."""
        if self.centre is not None and self.centre_line == self.current:
            return self.centre
        return self.about

    @property
    def about(self) -> str | None:
        """The organisation that the paragraph is about, else the article, whoever acts at this point."""
        return self.topics.get(self.current) or self.topic

    @property
    def employs(self) -> str | None:
        """Who employs people of whom the text does not say it: in English who acts, where the article's firm is away.

        Where the paragraph names the firm that the article is about, its people are that firm's, whoever else acts.
        """
        return self.about if self.current in self.topic_lines else self.firm

    @property
    def headed(self) -> str | None:
        """The organisation that the line that is being read is headed with."""
        return self.heads.get(self.current)

    def is_outlet(self, org: str) -> bool:
        """Whether an organisation is known to be an outlet, a teller rather than a party."""
        company = self.companies.get(org)
        return company is not None and company.kind == "outlet"

    def agrees(self, person: str, gender: str) -> bool:
        """Whether a pronoun of a gender may mean a person: who was 她 before is not 他 now."""
        return self.gender.setdefault(person, gender) == gender

    def employer_of_unit(self, org: str | None) -> str | None:
        """The employer behind a team or office (OpenAI苏黎世团队 → OpenAI); a laboratory of its own name stays."""
        company = self.companies.get(org or "")
        return self.parent(org) if company and company.kind == "team" else org

    def owner(self, org: str) -> str:
        """Whatever an organisation belongs to, be it a firm of its own; else itself."""
        company = self.companies.get(org)
        return company.parent or org if company is not None else org

    def house(self, *orgs: str | None) -> frozenset[str]:
        """Some organisations and those that they belong to."""
        return frozenset(one for org in orgs if org for one in (org, self.owner(org)))

    def parent(self, org: str | None) -> str | None:
        """The employer that a laboratory or team belongs to, where the article names it too; else itself.

        A team that no lexicon knows belongs to the organisation that the article is about.
        """
        company = self.companies.get(org or "")
        if company and company.kind in ("lab", "team") and company.parent and company.parent in self.companies:
            return company.parent
        if company and company.kind == "team" and not company.parent and self.topic and self.topic != org:
            return self.topic
        return org
