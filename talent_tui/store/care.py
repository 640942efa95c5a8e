"""Look after a timeline's file: check it, back it up, save what is whole of a damaged one. Nothing is overwritten."""

import contextlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from talent_tui.model import ArticleRecord, Correction, StoreError
from talent_tui.store import files
from talent_tui.store.timeline import Contents, DamagedError, TimelineStore, decode, foreign, is_ours
from talent_tui.store.wholeness import doubled, problems, text_is_whole, waiting

Reread = Callable[[ArticleRecord], ArticleRecord]
"""Works a record out from its stored text again."""

_RECORD_LINE: Final = re.compile(rb'^"([0-9a-f]+)": \{"article"', re.MULTILINE)


class Finding(NamedTuple):
    """What a check or a repair has to say, in one sentence, and whether all is well."""

    good: bool
    sentence: str


def check(store: TimelineStore) -> list[Finding]:
    """Whether the file opens, every text is the one that was read, every quotation stands in its text, and every id
    leads to somebody or something. Corrections that wait for an article to come back are told, and are well.
    """
    try:
        records, log = store.contents()
    except StoreError as error:
        return [Finding(False, str(error)), *_backup_findings(store.path)]
    findings = [Finding(False, problem) for problem in _problems(records)]
    events = sum(len(r.events) for r in records.values())
    held = f"{len(records)} articles, {events} events" + (f", {len(log)} corrections" if log else "")
    if findings:
        advice = "`talent-tui store repair` sets right what it can and keeps a copy of the file as it is."
        findings.append(Finding(False, f"{store.path}: {held}, of which not all are whole; {advice}"))
    else:
        findings.append(Finding(True, f"{store.path}: {held}, all whole."))
    idle = [Finding(True, sentence) for sentence in waiting(records.values(), log.values())]
    return [*findings, *idle, *_backup_findings(store.path)]


def repair(store: TimelineStore, reread: Reread) -> list[Finding]:
    """Set right what is not whole; the file as it was is kept.

    Whole records stay as they are. Others, and those that a damaged file lost, come from the backups; where these have
    none, and the text is the one that was read, `reread` works the record out from it again. Raises StoreError.
    """
    with store.writing():
        data = files.read(store.path)
        if data is None:
            raise StoreError(f"There is no {store.path} to repair.")
        try:
            found, log = decode(data, store.path)
            cut, lost = False, set[str]()
        except DamagedError:
            if not is_ours(data) and not files.backups_of(store.path):
                raise foreign(store.path) from None
            cut, (found, log) = True, salvage(data)
            lost = {ident.decode() for ident in _RECORD_LINE.findall(data)} - found.keys()
        else:
            if not _problems(found):
                return [Finding(True, f"{store.path} is whole; nothing was changed.")]
        backups = [_backup_contents(path) for path in files.backups_of(store.path)]
        kept_corrections = len(log)
        wanted = None if cut else {r.article.id for r in found.values()}
        mended = _mended(found, [b.records for b in backups], wanted, reread)
        for backup in backups:
            for number, correction in backup.corrections.items():
                log.setdefault(number, correction)
        kept = files.keep_aside(store.path, data)
        _replace(store, Contents(mended.records, log))
    corrections = f" and {kept_corrections} corrections" if log else ""
    more = f" and {len(log) - kept_corrections}" if log else ""
    sentences = [
        f"{mended.whole} articles{corrections} were saved, {len(mended.from_backup)}{more} came from the backup; "
        f"the damaged file is kept as {kept}."
    ]
    if mended.reread:
        sentences.append(f"Worked out again from the text: {', '.join(mended.reread)}.")
    lost = (lost | mended.lost) - mended.records.keys()
    if lost:
        where = f"what is left of them is in {kept}; add them again from their files"
        sentences.append(f"{len(lost)} articles could not be saved ({', '.join(sorted(lost))}); {where}.")
    return [Finding(True, sentence) for sentence in sentences]


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
        others = " or ".join(map(str, files.backups_of(store.path)))
        hint = f"; there is {others}, to be named as the copy" if others else ""
        raise StoreError(f"There is no {source} to restore from{hint}.")
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
            records.update(pairs)
            continue
        with contextlib.suppress(msgspec.DecodeError):
            told = msgspec.json.decode(document, type=dict[str, Correction])
            log.update({c.number: c for ident, c in told.items() if ident == c.ident})
    return Contents(records, log)


class _Mended(NamedTuple):
    """The records after a repair: how many stayed, which came from elsewhere, which could not be saved (their ids)."""

    records: dict[str, ArticleRecord]
    whole: int
    from_backup: list[str]
    reread: list[str]
    lost: set[str]


def _mended(
    found: Mapping[str, ArticleRecord],
    backups: Sequence[Mapping[str, ArticleRecord]],
    wanted: set[str] | None,
    reread: Reread,
) -> _Mended:
    """`wanted` are the articles to look for in backups; None takes all, for those that the file lost are not known."""
    whole = {ident: r for ident, r in found.items() if ident == r.article.id and not problems(r)}
    ids = Counter(e.id for r in whole.values() for e in r.events)
    stays = {i: r for i, r in whole.items() if all(ids[e.id] == 1 for e in r.events)}
    mended = _Mended(dict(stays), len(stays), [], [], set())
    for backup in backups:
        for ident, record in backup.items():
            if ident in mended.records or (wanted is not None and ident not in wanted):
                continue
            if ident == record.article.id and not problems(record):
                mended.records[ident] = record
                mended.from_backup.append(ident)
    for record in found.values():
        ident = record.article.id
        if ident in mended.records:
            continue
        if text_is_whole(record):
            mended.records[ident] = reread(record)
            mended.reread.append(f"{ident} ({record.article.file})")
        else:
            mended.lost.add(ident)
    return mended


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


def _backup_findings(path: Path) -> list[Finding]:
    findings = []
    for backup, what in (
        (files.backup_of(path), "before the last change"),
        (files.step_of(path), "kept by that change"),
    ):
        data = files.read(backup)
        if data is None:
            continue
        try:
            records = decode(data, backup).records
            findings.append(Finding(True, f"The backup {backup} ({what}) holds {len(records)} articles."))
        except StoreError as error:
            findings.append(Finding(False, str(error)))
    return findings


def _problems(records: Mapping[str, ArticleRecord]) -> list[str]:
    return [*doubled(records), *(problem for r in records.values() for problem in problems(r))]
