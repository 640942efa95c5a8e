"""Take articles in: which of them are new, worked on by one process or several, results in the order of the inputs.

Importing this module imports nothing that reads text; taking an article in does.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from talent_tui import locations
from talent_tui.model import ArticleRecord, Publication, TalentError, UnreadableError

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
    """An article that the timeline already holds."""

    events: int
    published: Publication


class Taken(NamedTuple):
    """An input after work: its record, None where it is `known` already, or why there is none."""

    name: str
    article: str | None
    record: ArticleRecord | None
    message: str | None


def given(start: object, end: object) -> Publication:
    """A window of publication that the user gave."""
    from talent_tui.pipeline import GIVEN_BY_USER

    return Publication(start, end, "stated", GIVEN_BY_USER)  # type: ignore[arg-type]


def names() -> "NameLexicon":
    """The names that ship with the program, and the user's own."""
    from talent_tui.lexicon.names import default_names

    own = locations.user_names()
    return default_names().with_user(own) if own.is_file() else default_names()


def take(
    sources: Iterable["Source | UnreadableError"],
    known: Mapping[str, Known],
    published: Publication | None,
    jobs: int,
) -> Iterator[Taken]:
    """Work on each input and give the results in their order, whatever the number of processes."""
    if jobs <= 1:
        lexicon = names()
        for source in sources:
            yield _take_one(source, known, published, lexicon)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(dict(known), published)) as pool:
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


def _start_worker(known: Mapping[str, Known], published: Publication | None) -> None:
    _worker.update(known=known, published=published, names=names())


def _take_in_worker(source: "Source | UnreadableError") -> Taken:
    return _take_one(source, _worker["known"], _worker["published"], _worker["names"])  # type: ignore[arg-type]


def _take_one(
    source: "Source | UnreadableError",
    known: Mapping[str, Known],
    published: Publication | None,
    lexicon: "NameLexicon",
) -> Taken:
    from talent_tui import pipeline, reading

    if isinstance(source, UnreadableError):
        return Taken("", None, None, str(source))
    try:
        article = reading.read(source)
        held = known.get(article.id)
        if held is not None and (published is None or published == held.published):
            return Taken(source.name, article.id, None, None)
        return Taken(source.name, article.id, pipeline.process(source, published, lexicon), None)
    except TalentError as error:
        return Taken(source.name, None, None, str(error))
    except Exception as error:
        if os.environ.get("TALENT_TUI_DEBUG"):
            raise
        return Taken(source.name, None, None, broken(source.name, error))
