"""Which forms of a name are strong enough to tie two articles' entries together.

A full name is; a surname, a given name, a nickname or a title with a surname never is, for others bear it too.
"""

import re
import unicodedata
from functools import cache

from talent_tui.model import Company, Person

_JOINTS = re.compile(r"[\s·・•‧∙.\-‐‑'’_]+")
_HAN = re.compile(r"[㐀-鿿豈-﫿]+")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "president", "chairman", "ceo"})
_LONG_ALIAS = 4
"""An organisation's alias of so many Chinese characters is taken for its own, a shorter one may be any firm's."""


@cache
def fold(name: str) -> str:
    """A name without case, width, spaces and joints: what two spellings of one name share."""
    return _JOINTS.sub("", unicodedata.normalize("NFKC", name)).casefold()


@cache
def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name: 萨姆·奥尔特曼 has two, 赵晟佳 one."""
    return tuple(p for p in _JOINTS.split(unicodedata.normalize("NFKC", name).casefold()) if p)


def is_han(name: str) -> bool:
    """Whether the name is Chinese characters throughout, joints aside."""
    return _HAN.fullmatch(fold(name)) is not None


def _is_chinese_name(name: str) -> bool:
    """Whether it looks like a Chinese person's whole name: two to four characters without a joint."""
    return len(parts(name)) == 1 and is_han(name) and 2 <= len(fold(name)) <= 4


def full_names(person: Person, pieces: frozenset[str]) -> tuple[str, ...]:
    """The folded forms under which the person may be tied to an entry of another article, its own name first.

    `pieces` are the words of all longer names in the timeline: a name that is one of them is a surname or a given name.
    """
    found = []
    for name in (person.name, *person.aliases):
        words = parts(name)
        if len(words) >= 2:
            strong = words[0] not in _TITLES and any(len(w) > 1 for w in words[1:])
        elif name == person.name:
            strong = is_han(name) and len(fold(name)) >= 2 and fold(name) not in pieces
        else:
            strong = (
                _is_chinese_name(person.name)
                and is_han(name)
                and len(fold(name)) == len(fold(person.name)) >= 3
                and fold(name) not in pieces
            )
        if strong:
            found.append(fold(name))
    return tuple(dict.fromkeys(found))


def name_pieces(person: Person) -> tuple[str, ...]:
    """The words of the person's joined names."""
    return tuple(w for name in (person.name, *person.aliases) if len(parts(name)) >= 2 for w in parts(name))


def strong_aliases(company: Company) -> tuple[str, ...]:
    """The folded aliases that are long enough to be the organisation's alone."""
    return tuple(
        dict.fromkeys(
            fold(a) for a in company.aliases if (len(fold(a)) >= _LONG_ALIAS if is_han(a) else len(parts(a)) >= 2)
        )
    )


def best_name(names: list[str], readings: frozenset[str]) -> str:
    """The name to show for one person whom articles call differently: the Chinese form of a Chinese name, else the
    full Latin one. A Chinese form is a Chinese name where its reading is the Latin form, in either order.
    """
    counted = sorted(set(names), key=lambda n: (-names.count(n), n))
    latin = [n for n in counted if not is_han(n)]
    spelt = {"".join(order) for n in latin for order in (parts(n), tuple(reversed(parts(n))))}
    for name in counted:
        if _is_chinese_name(name) and (not latin or spelt & readings):
            return name
    return latin[0] if latin else counted[0]
