"""Fill a small disk with a timeline and tell what happened: `python -m tests.store.full_disk FOLDER`.

Prints one object of JSON: the ids that were acknowledged and those that are held, whether the file changed when it
could not be written, the sentence that was said, and whether writing goes on once there is room again.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from talent_tui.model import AddEvent, ArticleRecord, Correction, StoreError
from talent_tui.store import TimelineStore, check
from tests.factories import make_event, make_record, span


def record(number: int) -> ArticleRecord:
    quote = f"第{number}人加入澜舟石。" + "长" * 4000
    return make_record(make_event("join", [f"Ines Holm {number}"], None, "Brightmere", quote=quote), file=f"{number}")


def main(folder: Path) -> None:
    filler, store = folder / "filler", TimelineStore(folder / "时 间" / "线.json")
    filler.write_bytes(b"\0" * 200_000)
    acknowledged: list[str] = []
    sentence = ""
    for number in range(10_000):
        before = store.path.read_bytes() if store.path.exists() else b""
        try:
            store.change([record(number)])
        except StoreError as error:
            sentence = str(error)
            break
        acknowledged.append(record(number).article.id)
    same = store.path.read_bytes() == before
    deed = AddEvent("0123456789", "join", span("2025-01-01"), "x" * 500_000)
    correction = Correction(1, datetime(2026, 1, 1, tzinfo=UTC), deed)
    try:
        store.change(corrections=[correction])
        refused = False
    except StoreError:
        refused = True
    same = same and store.path.read_bytes() == before
    held = [r.article.id for r in store.load()]
    whole = all(f.good for f in check(store))
    left = sorted(p.name for p in store.path.parent.iterdir())
    filler.unlink()
    store.change([record(99_999)])
    told = {
        "acknowledged": sorted(acknowledged),
        "held": held,
        "same": same,
        "refused": refused,
        "whole": whole,
        "sentence": sentence,
        "left": left,
        "goes_on": len(store.load()) == len(held) + 1,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
