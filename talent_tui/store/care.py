"""Look after a timeline's file: check it, back it up, save what is whole of a damaged one. Nothing is overwritten."""

import hashlib
from pathlib import Path
from typing import NamedTuple

import msgspec

from talent_tui.model import ArticleRecord, StoreError
from talent_tui.store import files
from talent_tui.store.timeline import TimelineStore, decode


class Finding(NamedTuple):
    """What a check or a repair has to say, in one sentence, and whether all is well."""

    good: bool
    sentence: str


def check(store: TimelineStore) -> list[Finding]:
    """Whether the file opens, every text is the one that was read, and every quotation stands in its text."""
    try:
        records = store.load()
    except StoreError as error:
        return [Finding(False, str(error)), *_backup_finding(store.path)]
    findings = [Finding(False, problem) for r in records for problem in _problems(r)]
    events = sum(len(r.events) for r in records)
    if not findings:
        findings.append(Finding(True, f"{store.path}: {len(records)} articles, {events} events, all whole."))
    return [*findings, *_backup_finding(store.path)]


def repair(store: TimelineStore) -> Finding:
    """Save every whole record of a damaged file and take what is missing from the backup. The damaged file is kept."""
    with store.writing():
        data = files.read(store.path)
        if data is None:
            raise StoreError(f"There is no {store.path} to repair.")
        if _is_whole(store):
            return Finding(True, f"{store.path} is whole; nothing was changed.")
        whole = salvage(data)
        backup = files.backup_of(store.path)
        saved = len(whole)
        if backup.exists():
            for ident, record in _backup_records(backup).items():
                whole.setdefault(ident, record)
        kept = files.set_aside(store.path, "damaged")
        _replace(store, list(whole.values()))
    return Finding(
        True,
        f"{saved} articles were saved, {len(whole) - saved} came from the backup; the damaged file is kept as {kept}.",
    )


def back_up(store: TimelineStore, target: Path | None = None) -> Finding:
    """Copy the timeline to `target` (which must not exist) or to a dated name beside it."""
    store.load()
    if store.stamp() is None:
        raise StoreError(f"There is no {store.path} to back up.")
    if target is None:
        return Finding(True, f"The timeline was copied to {files.set_aside(store.path, 'backup')}.")
    if target.exists():
        raise StoreError(f"{target} exists; name another file for the copy.")
    files.put(target, files.read(store.path) or b"")
    return Finding(True, f"The timeline was copied to {target}.")


def restore(store: TimelineStore, source: Path | None = None) -> Finding:
    """Put the backup (or `source`) in the timeline's place; the present file is kept under a dated name."""
    source = source or files.backup_of(store.path)
    data = files.read(source)
    if data is None:
        raise StoreError(f"There is no {source} to restore from.")
    records = decode(data, source)
    with store.writing():
        kept = files.set_aside(store.path, "before-restore") if store.stamp() else None
        files.put(store.path, data)
    told = f"; what was there is kept as {kept}" if kept else ""
    return Finding(True, f"{len(records)} articles were restored from {source}{told}.")


def salvage(data: bytes) -> dict[str, ArticleRecord]:
    """The records whose line is whole, by id: each stands on a line of its own, so damage elsewhere does not matter."""
    found: dict[str, ArticleRecord] = {}
    for line in data.split(b"\n"):
        text = line.strip().removesuffix(b",")
        if not text.startswith(b'"') or not text.endswith(b"}"):
            continue
        try:
            pairs = msgspec.json.decode(b"{" + text + b"}", type=dict[str, ArticleRecord])
        except msgspec.DecodeError:
            continue
        found.update({ident: r for ident, r in pairs.items() if ident == r.article.id and not _problems(r)})
    return found


def _is_whole(store: TimelineStore) -> bool:
    try:
        return not any(_problems(r) for r in store.load())
    except StoreError:
        return False


def _replace(store: TimelineStore, records: list[ArticleRecord]) -> None:
    from talent_tui.store.storage import encode_tables

    rows = {r.article.id: r for r in records}
    files.put(store.path, encode_tables({"meta": {"format": store.format()}, "articles": rows, "corrections": {}}))


def _backup_records(backup: Path) -> dict[str, ArticleRecord]:
    data = files.read(backup) or b""
    try:
        return decode(data, backup)
    except StoreError:
        return salvage(data)


def _backup_finding(path: Path) -> list[Finding]:
    backup = files.backup_of(path)
    data = files.read(backup)
    if data is None:
        return []
    try:
        records = decode(data, backup)
    except StoreError as error:
        return [Finding(False, str(error))]
    return [Finding(True, f"The backup {backup} holds {len(records)} articles.")]


def _problems(record: ArticleRecord) -> list[str]:
    article = record.article
    if hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.digest:
        return [f"The text of article {article.id} ({article.file}) is not the one that was read."]
    wrong = sum(s.quote != article.text[s.start : s.end] for e in record.events for s in e.sources)
    return [f"{wrong} quotations of article {article.id} ({article.file}) do not stand in its text."] if wrong else []
