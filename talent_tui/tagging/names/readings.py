"""How Chinese names are read: pinyin in both orders, and what a person may type for a name."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from talent_tui.lexicon.names import name_readings, name_words

_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn"
    r"|ia|ie|iu|ua|ue|ve|ui|uo|er|a|o|e|i|u|v)"
)
_WHOLE = re.compile(rf"(?:{_SYLLABLE.pattern}){{1,3}}")


def is_pinyin(word: str) -> bool:
    """Whether a Latin word can be read as one to three syllables of pinyin."""
    return bool(_WHOLE.fullmatch(word.lower().replace("-", "").replace("ü", "v")))


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[tuple[str, ...], ...]:
    """All readings of each character, without tones."""
    from pypinyin import Style, pinyin

    return tuple(
        tuple(dict.fromkeys(reading.replace("ü", "v") for reading in readings))
        for readings in pinyin(text, style=Style.NORMAL, heteronym=True, errors="ignore")
    )


def split_name(name: str) -> tuple[str, str]:
    """Surname and given name of a Chinese name."""
    size = 2 if name[:2] in name_words().compound_surnames else 1
    return name[:size], name[size:]


def _spoken(name: str) -> list[str]:
    """The usual reading of a Chinese name, a syllable a character; a surname of two characters is one entry."""
    from pypinyin import lazy_pinyin

    surname, given = split_name(name)
    table = name_readings()
    family = table.surnames.get(surname) or "".join(lazy_pinyin(surname))
    syllables_ = lazy_pinyin(given)
    if len(syllables_) == len(given):
        syllables_ = [table.given.get(char, sound) for char, sound in zip(given, syllables_, strict=True)]
    return [part.replace("ü", "v") for part in (family, *syllables_)]


def usual_pinyin(name: str) -> tuple[str, str]:
    """The usual reading of a Chinese name: surname, given name (余家辉: `yu`, `jiahui`)."""
    family, *given = _spoken(name)
    return family, "".join(given)


def pinyin_as_written(name: str, latin: Iterable[str]) -> tuple[str, str]:
    """The reading that one of the Latin names gives (赵晟佳, Shengjia Zhao: `zhao`, `shengjia`), else the usual one."""
    surname, given = split_name(name)
    families = {"".join(way) for way in product(*syllables(surname))}
    spoken = {"".join(way) for way in product(*syllables(given))}
    for form in latin:
        parts = re.findall(r"[a-z]+", plain_latin(form).replace("-", "").replace("'", ""))
        for family, rest in ((parts[-1:], parts[:-1]), (parts[:1], parts[1:])):
            if family and rest and family[0] in families and "".join(rest) in spoken:
                return family[0], "".join(rest)
    return usual_pinyin(name)


def typed_readings(name: str, person: bool = True) -> tuple[str, ...]:
    """What a person may type for a Chinese name or firm: pinyin without spaces and initials, in each usual reading."""
    from pypinyin import lazy_pinyin

    out: dict[str, None] = {}
    for parts in ([_spoken(name)] if person else []) + [lazy_pinyin(name)]:
        clean = [re.sub(r"[^a-z0-9]", "", part.replace("ü", "v").strip()) for part in parts]
        whole, initials = "".join(clean), "".join(part[0] for part in clean if part)
        out |= dict.fromkeys((whole, initials))
    return tuple(out)


def latin_readings(name: str) -> tuple[str, ...]:
    """What a person may type for a Latin name: its initials, in lower case, where it has several parts."""
    parts = re.findall(r"[a-z0-9]+", plain_latin(name))
    return ("".join(part[0] for part in parts),) if len(parts) > 1 else ()


def plain_latin(text: str) -> str:
    """Latin letters without accents, in lower case."""
    split = unicodedata.normalize("NFKD", text.replace("Ł", "L").replace("ł", "l"))
    return "".join(char for char in split if not unicodedata.combining(char)).lower()


def pinyin_spellings(chinese: str) -> tuple[str, ...]:
    """All spellings of a Chinese name in pinyin, both orders, without spaces (赵晟佳: zhaoshengjia, shengjiazhao)."""
    surname, given = split_name(chinese)
    families = {"".join(way) for way in product(*syllables(surname))}
    families |= {way.replace("lv", "lu").replace("nv", "nu") for way in families}
    givens = {"".join(way) for way in product(*syllables(given))}
    return tuple(sorted({a + b for a in families for b in givens} | {b + a for a in families for b in givens}))


def same_by_pinyin(chinese: str, latin: str) -> bool:
    """Whether a Latin name is the pinyin of a Chinese one, given name first or surname first."""
    parts = re.findall(r"[a-z]+", plain_latin(latin).replace("-", "").replace("'", ""))
    if len(parts) < 2:
        return False
    surname, given = split_name(chinese)
    spoken = {"".join(way) for way in product(*syllables(surname))}
    spoken_given = {"".join(way) for way in product(*syllables(given))}
    spellings = spoken | {way.replace("lv", "lu").replace("nv", "nu") for way in spoken}
    return (parts[-1] in spellings and "".join(parts[:-1]) in spoken_given) or (
        parts[0] in spellings and "".join(parts[1:]) in spoken_given
    )
