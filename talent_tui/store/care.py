"""Look after a timeline's file: check it, back it up, save what is whole of a damaged one. Nothing is overwritten."""

import contextlib
import hashlib
from pathlib import Path
from typing import NamedTuple

import msgspec

from talent_tui.model import ArticleRecord, Correction, StoreError
from talent_tui.store import files
from talent_tui.store.timeline import Contents, TimelineStore, decode


class Finding(NamedTuple):
    """What a check or a repair has to say, in one sentence, and whether all is well."""

    good: bool
    sentence: str


def check(store: TimelineStore) -> list[Finding]:
    """Whether the file opens, every text is the one that was read, and every quotation stands in its text."""
    try:
        records, log = store.contents()
    except StoreError as error:
        return [Finding(False, str(error)), *_backup_finding(store.path)]
    findings = [Finding(False, problem) for r in records.values() for problem in _problems(r)]
    events = sum(len(r.events) for r in records.values())
    if not findings:
        corrected = f", {len(log)} corrections" if log else ""
        findings.append(Finding(True, f"{store.path}: {len(records)} articles, {events} events{corrected}, all whole."))
    return [*findings, *_backup_finding(store.path)]


def repair(store: TimelineStore) -> Finding:
    """Save every whole record of a damaged file and take what is missing from the backup. The damaged file is kept."""
    with store.writing():
        data = files.read(store.path)
        if data is None:
            raise StoreError(f"There is no {store.path} to repair.")
        if _is_whole(store):
            return Finding(True, f"{store.path} is whole; nothing was changed.")
        whole, log = salvage(data)
        backup = files.backup_of(store.path)
        saved, told = len(whole), len(log)
        if backup.exists():
            before = _backup_contents(backup)
            for ident, record in before.records.items():
                whole.setdefault(ident, record)
            for number, correction in before.corrections.items():
                log.setdefault(number, correction)
        kept = files.set_aside(store.path, "damaged")
        _replace(store, Contents(whole, log))
    corrected = f" and {told} corrections" if log else ""
    more = f" and {len(log) - told}" if log else ""
    return Finding(
        True,
        f"{saved} articles{corrected} were saved, {len(whole) - saved}{more} came from the backup; "
        f"the damaged file is kept as {kept}.",
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
    records = decode(data, source).records
    with store.writing():
        kept = files.set_aside(store.path, "before-restore") if store.stamp() else None
        files.put(store.path, data)
    told = f"; what was there is kept as {kept}" if kept else ""
    return Finding(True, f"{len(records)} articles were restored from {source}{told}.")


def salvage(data: bytes) -> Contents:
    """The records and corrections whose line is whole: each stands on a line of its own, so damage elsewhere does not
    matter."""
    records: dict[str, ArticleRecord] = {}
    log: dict[int, Correction] = {}
    for line in data.split(b"\n"):
        text = line.strip().removesuffix(b",")
        if not text.startswith(b'"') or not text.endswith(b"}"):
            continue
        document = b"{" + text + b"}"
        with contextlib.suppress(msgspec.DecodeError):
            pairs = msgspec.json.decode(document, type=dict[str, ArticleRecord])
            records.update({ident: r for ident, r in pairs.items() if ident == r.article.id and not _problems(r)})
            continue
        with contextlib.suppress(msgspec.DecodeError):
            told = msgspec.json.decode(document, type=dict[str, Correction])
            log.update({c.number: c for ident, c in told.items() if ident == c.ident})
    return Contents(records, log)


def _is_whole(store: TimelineStore) -> bool:
    try:
        return not any(_problems(r) for r in store.load())
    except StoreError:
        return False


def _replace(store: TimelineStore, contents: Contents) -> None:
    from talent_tui.store.storage import encode_tables

    log = {c.ident: c for c in contents.corrections.values()}
    files.put(
        store.path,
        encode_tables({"meta": {"format": store.format()}, "articles": contents.records, "corrections": log}),
    )


def _backup_contents(backup: Path) -> Contents:
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
        records = decode(data, backup).records
    except StoreError as error:
        return [Finding(False, str(error))]
    return [Finding(True, f"The backup {backup} holds {len(records)} articles.")]


def _problems(record: ArticleRecord) -> list[str]:
    article = record.article
    if hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.digest:
        return [f"The text of article {article.id} ({article.file}) is not the one that was read."]
    wrong = sum(s.quote != article.text[s.start : s.end] for e in record.events for s in e.sources)
    return [f"{wrong} quotations of article {article.id} ({article.file}) do not stand in its text."] if wrong else []
