"""The values that pass between the rooms: frozen, typed, JSON in and out. This room knows none of the others."""

from talent_tui.model.article import Article, Language, Repair
from talent_tui.model.corrections import (
    EDITABLE,
    AddEvent,
    Correction,
    Deed,
    EditEvent,
    Entry,
    Member,
    MergeEntities,
    Reference,
    SplitEntity,
    in_force,
)
from talent_tui.model.dates import (
    NO_DATE,
    UNKNOWN_PUBLICATION,
    Basis,
    DateSpan,
    Extent,
    Publication,
)
from talent_tui.model.entities import Company, Entity, OrganisationKind, Person
from talent_tui.model.errors import StoreError, TalentError, UnreadableError, UsageError
from talent_tui.model.events import (
    EVENT_TYPES,
    MOVES,
    STATUSES,
    Amount,
    Certainty,
    Conflict,
    ConflictValue,
    Event,
    EventType,
    Evidence,
    Status,
)
from talent_tui.model.mentions import AmountMention, DateMention, NameMention, Tagged
from talent_tui.model.text import CleanText, Sentence, Span
from talent_tui.model.timeline import EXPORT_SCHEMA, RECORD_SCHEMA, ArticleRecord, Timeline

__all__ = [
    "EDITABLE", "EVENT_TYPES", "EXPORT_SCHEMA", "MOVES", "NO_DATE", "RECORD_SCHEMA", "STATUSES", "UNKNOWN_PUBLICATION",
    "AddEvent", "Amount", "AmountMention", "Article", "ArticleRecord", "Basis", "Certainty", "CleanText", "Company",
    "Conflict", "ConflictValue", "Correction", "DateMention", "DateSpan", "Deed", "EditEvent", "Entity", "Entry",
    "Event", "EventType", "Evidence", "Extent", "Language", "Member", "MergeEntities", "NameMention",
    "OrganisationKind", "Person", "Publication", "Reference", "Repair", "Sentence", "Span", "SplitEntity", "Status",
    "StoreError", "Tagged", "TalentError", "Timeline", "UnreadableError", "UsageError", "in_force",
]  # fmt: skip
