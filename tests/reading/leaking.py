"""The damage that some sites' text went through, done again: "(pinyin)" behind hits in GBK bytes, whatever they cut."""

READINGS = {
    "業": "yè", "優": "yōu", "內": "nèi", "創": "chuàng", "協": "xié", "執": "zhí", "態": "tài", "據": "jù",
    "戰": "zhàn", "數": "shù", "現": "xiàn", "產": "chǎn", "發": "fā", "監": "jiān", "穩": "wěn", "節": "jié",
    "經": "jīng", "統": "tǒng", "網": "wǎng", "續": "xù", "聯": "lián", "規": "guī", "調": "diào",
}  # fmt: skip
_HITS = {char.encode("gbk"): reading for char, reading in READINGS.items()}
_MARKS = {"！".encode("gbk"): b"!", "？".encode("gbk"): b"?"}


def leak(text: str) -> tuple[str, set[int]]:
    """`text` damaged, and the places of its characters that do not say what the source said.

    Characters and brackets of leaked readings are no such places, a question mark for a swallowed byte is.
    """
    data = text.encode("gbk")
    boundaries = {len(text[:n].encode("gbk")) for n in range(len(text) + 1)}
    pieces: list[tuple[bytes | str, int]] = []
    at = 0
    while at < len(data):
        two = data[at : at + 2]
        if two in _HITS:
            pieces += [(two[:1], at), (two[1:], at + 1), (b"(", -1), (_HITS[two], -1), (b")", -1)]
            at += 2
        elif two in _MARKS and at not in boundaries:
            pieces.append((_MARKS[two], -1))
            at += 2
        else:
            pieces.append((data[at : at + 1], at))
            at += 1
    return _decode(pieces, boundaries)


def _decode(pieces: list[tuple[bytes | str, int]], boundaries: set[int]) -> tuple[str, set[int]]:
    """Decode as the site did: an impossible pair leaves a question mark, an undefined one nothing."""
    out: list[str] = []
    garbage: set[int] = set()
    at = 0
    while at < len(pieces):
        piece, origin = pieces[at]
        if isinstance(piece, str):
            out.append(piece)
            at += 1
        elif piece < b"\x80":
            out.append(piece.decode())
            at += 1
        else:
            trail = pieces[at + 1][0] if at + 1 < len(pieces) else b""
            place = sum(map(len, out))
            if isinstance(trail, str) or trail < b"\x40":
                out.append("?")
                garbage.add(place)
                at += 1 if trail in (b"!", b"", b"\n") else 2
            else:
                char = (piece + trail).decode("gbk", "ignore")
                out.append(char)
                whole = origin in boundaries and pieces[at + 1][1] == origin + 1
                if char and not whole:
                    garbage.add(place)
                at += 2
    return "".join(out), garbage
