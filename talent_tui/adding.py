"""Take articles in: which of them are new, worked on by one process or several, results in the order of the inputs.

Importing this module imports nothing that reads text; taking an article in does.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from talent_tui import locations
from talent_tui.given import GIVEN_BY_USER, Given
from talent_tui.model import Article, ArticleRecord, TalentError, UnreadableError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from talent_tui.lexicon.names import NameLexicon
    from talent_tui.reading import Source

State = Literal["added", "replaced", "unchanged", "unreadable"]
Progress = Callable[[int, int, str], None]
"""Called with the number of inputs done, their number in all, and the name of the one just done."""

STANDARD_INPUT = "standard input"
"""The name of what comes through a pipe: no place, so nothing takes anything else's place under it."""

_AHEAD = 4
"""Inputs read ahead for each process."""


class AddResult(NamedTuple):
    """What became of one input. `article` is its id; `message` says in one sentence why it could not be read."""

    name: str
    article: str | None
    events: int
    state: State
    message: str | None


class Known(NamedTuple):
    """An article that the timeline already holds: how many events it tells, and what is known of it."""

    events: int
    about: Given


class Taken(NamedTuple):
    """An input after work: its record, None where it is `known` already, or why there is none."""

    name: str
    article: str | None
    record: ArticleRecord | None
    message: str | None


def names() -> "NameLexicon":
    """The names that ship with the program, and the user's own."""
    from talent_tui.lexicon.names import default_names

    own = locations.user_names()
    return default_names().with_user(own) if own.is_file() else default_names()


def take(
    sources: Iterable["Source | UnreadableError"],
    known: Mapping[str, Known],
    given: Given,
    jobs: int,
) -> Iterator[Taken]:
    """Work on each input and give the results in their order, whatever the number of processes."""
    if jobs <= 1:
        lexicon = names()
        for source in sources:
            yield _take_one(source, known, given, lexicon)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(dict(known), given)) as pool:
        waiting: deque[Future[Taken]] = deque()
        try:
            for source in sources:
                waiting.append(pool.submit(_take_in_worker, source))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def about(article: Article) -> Given:
    """What is known of an article, by itself or by a person."""
    return Given(article.published, article.outlet, article.url)


def with_given(article: Article, given: Given) -> Article:
    """The article with the outlet and the address that a person gave; the day of publication is the taggers' matter."""
    return msgspec.structs.replace(article, outlet=given.outlet or article.outlet, url=given.url or article.url)


def _with_held(given: Given, held: Known | None) -> Given:
    """What a person gives now, and what was given before: reading the same text once more loses nothing."""
    if held is None:
        return given
    before = held.about
    published = before.published if before.published is not None and before.published.because == GIVEN_BY_USER else None
    return Given(given.published or published, given.outlet or before.outlet, given.url or before.url)


def stored_name(name: str, store_folder: Path | None) -> str:
    """The name to keep for a file: relative to the timeline's folder if it lies in there, else from the root.

    Names that are no file's (standard input, a name that the user gave) stay as they are.
    """
    if not os.path.lexists(name):
        return name
    path = Path(os.path.abspath(name))  # noqa: PTH100 - a link's own place, not its target's
    if store_folder is not None:
        try:
            return path.relative_to(os.path.abspath(store_folder)).as_posix()  # noqa: PTH100
        except ValueError:
            pass
    return path.as_posix()


def wants_one(paths: Sequence[str]) -> bool:
    """Whether the paths name just one input."""
    return len(paths) == 1 and not Path(paths[0]).is_dir()


def broken(name: str, error: Exception) -> str:
    """The sentence for an input on which the program itself failed."""
    return (
        f"{name} could not be worked on because of a mistake in the program ({type(error).__name__}: {error}); "
        f"please report it. The other inputs are not affected."
    )


_worker: dict[str, object] = {}


def _start_worker(known: Mapping[str, Known], given: Given) -> None:
    _worker.update(known=known, given=given, names=names())


def _take_in_worker(source: "Source | UnreadableError") -> Taken:
    return _take_one(source, _worker["known"], _worker["given"], _worker["names"])  # type: ignore[arg-type]


def _take_one(
    source: "Source | UnreadableError",
    known: Mapping[str, Known],
    given: Given,
    lexicon: "NameLexicon",
) -> Taken:
    from talent_tui import pipeline, reading

    if isinstance(source, UnreadableError):
        return Taken("", None, None, str(source))
    try:
        article = reading.read(source)
        held = known.get(article.id)
        if held is not None and all(new in (None, old) for new, old in zip(given, held.about, strict=True)):
            return Taken(source.name, article.id, None, None)
        told = _with_held(given, held)
        return Taken(
            source.name, article.id, pipeline.extract(with_given(article, told), told.published, lexicon), None
        )
    except TalentError as error:
        return Taken(source.name, None, None, str(error))
    except Exception as error:
        if os.environ.get("TALENT_TUI_DEBUG"):
            raise
        return Taken(source.name, None, None, broken(source.name, error))
