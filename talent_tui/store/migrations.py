"""Files of earlier schemas, step by step to the present one.

A step takes the tables of one schema (documents as raw JSON) and returns those of the next. Opening migrates in memory;
the file itself is rewritten with the next change, and the version before stays as its backup. A change of
`RECORD_SCHEMA` wants a step here and a store of the old schema under `tests/data/stores`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from talent_tui.model import RECORD_SCHEMA, StoreError

Tables = dict[str, dict[str, Any]]

STEPS: Final[dict[int, Callable[[Tables], Tables]]] = {}
"""By the schema that a step starts from. Schema 1 is the first, so there is none yet."""


class _Stated(msgspec.Struct):
    schema: int
    generator: str = ""


def migrate(tables: Tables, path: Path) -> Tables:
    """The tables in the present schema; the same object where they are already. Raises StoreError, naming `path`."""
    stated = _stated(tables)
    if stated is None or stated.schema >= RECORD_SCHEMA:
        return tables
    for schema in range(stated.schema, RECORD_SCHEMA):
        step = STEPS.get(schema)
        if step is None:
            raise StoreError(
                f"{path} is of schema {schema}, which this talent-tui cannot read any more; "
                "open and save it with an earlier version first."
            )
        tables = step(tables)
    return {**tables, "meta": {"format": {"schema": RECORD_SCHEMA, "generator": stated.generator}}}


def _stated(tables: Tables) -> _Stated | None:
    raw = tables.get("meta", {}).get("format")
    return None if raw is None else msgspec.json.decode(msgspec.json.encode(raw), type=_Stated)
