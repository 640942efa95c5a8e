"""Chinese organisations that no list has: by their ending (某某科技), and by what stands beside them (某某创始人)."""

import re
from collections import defaultdict
from functools import cache

from talent_tui.lexicon.names import name_words
from talent_tui.tagging.names.candidates import Found
from talent_tui.tagging.names.context import beside, clues
from talent_tui.tagging.names.page import HAN, Page, frequency

_HAN = re.compile(rf"[{HAN}]")
_STRONG = frozenset(
    "交易所 传媒 出版社 创投 商学院 基金会 大学 委员会 实验室 工作室 工作室群 影业 控股 日报 时报 晚报 早报 晨报 有限公司 株式会社 新闻社 杂志社 工业大学 理工大学 科技大学 研究中心 研究所 研究院 股份 证券 资本 银行 集团 电视台 工程院 科学院 半导体 微电子 集成电路 通讯社 周刊 协会".split()
)
_STOP_CHARS = frozenset(
    "的了在从与和是等对向由被将为以及其某该这那各每有并且或于把让给就也都不很更最又还曾已去到来前后上下中内外约近超达第家个位名款项年月日时说称我你他她它们入出至按据如像当自跟同比"
)
_STOP_WORDS = frozenset(
    "加入 加盟 入职 离开 跳槽 转投 来自 收购 投资 入股 成立 创办 创立 创建 组建 一家 这家 那家 多家 两家 几家 公司 包括 以及 例如 比如 其中 成为 担任 出任 前往 任职 就职 供职 毕业 毕业于 就读 曾在 曾经 目前 现在 如今 此前 随后 作为 通过 关于 对于 由于 没有 负责 领导 宣布 表示 拥有 隶属 旗下 属于 一个 一些 许多 不少 知名 著名 顶级 顶尖 多个 整个 全球 国内 国外 海外 美国 中国 我国 国际 大型 小型 中小 新型 传统 普通 部分 另一 原来 最大 领先 优秀 明星 自己 所有 任何 其他 其它 联合 还是 或者 就是 不是 可以 可能 进入 参与 主导 推动 支持 帮助 使用 利用 采用 合作 携手 回到 重返 离职 高管 员工 记者 媒体 消息 据悉 以来 之前 之后 期间 时期 方面 领域 行业".split()
)
_TEAM_STOP = frozenset(
    "新 新的 小 大 原 核心 创始 管理 高管 领导 专业 整个 精英 初创 豪华 明星 全部 所在 相关 内部 公司 年轻 国内 海外 一支 这支 该 支 部分 各 个 多个 四个 两个 其他 员工 人才 顶尖 优秀 所有 招聘 律师 媒体 自己 我们 他们 职能 业务 独立 不同 四大 三大 两大 多 专门 工作 本地 中国 此 直属 全新 主要 具体".split()
)


@cache
def _endings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = name_words()

    def pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(ending) for ending in sorted(endings, key=lambda e: (-len(e), e))))

    return pattern(words.firm_endings), pattern(words.team_endings)


@cache
def _generic() -> frozenset[str]:
    words = name_words()
    return frozenset(words.generic) | frozenset(words.titles) | frozenset(words.speech) | frozenset(words.moves)


class _Back:
    """Walks the words of a page backwards from an offset to where a name may begin."""

    def __init__(self, page: Page, taken: bytearray) -> None:
        self.page, self.taken = page, taken
        self.starts = {end: start for start, end in page.words}

    def walk(self, end: int, width: int, stop: frozenset[str]) -> list[tuple[int, int]]:
        """The words in front of `end`, nearest first, up to `width` characters, none of them a stop word."""
        words: list[tuple[int, int]] = []
        at, text = end, self.page.text
        while at > 0 and end - at < width:
            start = self.starts.get(at)
            if start is None:
                start = at
                while start > 0 and end - start < width + 12 and re.match(r"[A-Za-z0-9&]", text[start - 1]):
                    start -= 1
                if start == at or not re.match(r"[A-Za-z]", text[start]):
                    break
            word = text[start:at]
            if word in stop or (len(word) == 1 and word in _STOP_CHARS) or self.page.is_masked(start, at):
                break
            words.append((start, at))
            at = start
        return words


def _is_rare(page: Page, words: list[tuple[int, int]]) -> bool:
    """Whether some of the words are none that the dictionary knows well: a made-up name."""
    for start, end in words:
        word = page.text[start:end]
        if len(word) == 1 or not _HAN.match(word) or frequency(word) < 60:
            return True
    return False


def find_firms(page: Page, taken: bytearray) -> list[Found]:
    """Organisations by their ending, and teams to which something happens."""
    firm_ending, team_ending = _endings()
    back = _Back(page, taken)
    return [
        *_by_ending(page, taken, back, firm_ending),
        *_teams(page, back, team_ending),
        *_by_neighbour(page, taken, back),
    ]


def _by_ending(page: Page, taken: bytearray, back: _Back, pattern: re.Pattern[str]) -> list[Found]:
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for match in pattern.finditer(page.text):
        if page.is_masked(*match.span()) or page.cut[match.end()]:
            continue
        words = back.walk(match.start(), 8, _STOP_WORDS | _generic() - {"科技", "汽车", "游戏", "智能", "软件"})
        words = [word for word in words if not taken[word[0]] or not _HAN.match(page.text[word[0]])]
        if page.cut[match.start()]:
            inside = (
                max((start for start, end in page.words if start < match.start() < end), default=None)
                if False
                else None
            )
            if inside is None and not words:
                continue
        if not words or (len(words) == 1 and page.text[words[0][0] : words[0][1]] in _generic()):
            continue
        start = words[-1][0]
        if 1 in taken[match.start() : match.end()]:
            continue
        strong = match.group() in _STRONG
        if match.group() == "公司":
            end = match.start()
            strong = False
            if end - start < 2:
                continue
        else:
            end = match.end()
        if not strong and not _is_rare(page, words):
            continue
        places[page.text[start:end]].append((start, end, match.group()))
    found = []
    for form, at in places.items():
        firm = max(beside(page, start, end).firm for start, end, _ in at)
        strong = at[0][2] in _STRONG
        if strong or firm >= 0.7 or len(at) > 1:
            found += [Found(start, end, "organisation", 3.3, "ending of an organisation", form) for start, end, _ in at]
    return found


def _teams(page: Page, back: _Back, pattern: re.Pattern[str]) -> list[Found]:
    known = clues()
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    counts: dict[str, bool] = {}
    for match in pattern.finditer(page.text):
        if page.is_masked(*match.span()) or page.cut[match.start()] or page.cut[match.end()]:
            continue
        words = back.walk(match.start(), 10, _STOP_WORDS | _TEAM_STOP | frozenset(name_words().moves))
        if not words:
            continue
        start, end = words[-1][0], match.end()
        if end - start - len(match.group()) < 2:
            continue
        form = page.text[start:end]
        places[form].append((start, end))
        happens = known.team_event_after.match(page.after(end)) or known.team_event_before.search(page.before(start))
        counts[form] = counts.get(form, False) or bool(happens)
    return [
        Found(start, end, "organisation", 3.1, "a team to which something happens", form)
        for form, at in places.items()
        if counts[form]
        for start, end in at
    ]


_TRIGGER_AFTER = re.compile(
    r"(?:的?(?:联合)?(?:创始人|创办人)|CEO|CTO|董事长|首席执行官|首席技术官|首席科学家|总裁|宣布|员工|的员工|公司)"
)
_TRIGGER_BEFORE = re.compile(
    r"(?:加入|入职|跳槽到|跳槽至|转投|加盟|创办了?|创立了?|离开|任职于|就职于|供职于|来自|收购了?|投资了?)[“「]?"
)


def _by_neighbour(page: Page, taken: bytearray, back: _Back) -> list[Found]:
    """Short made-up names in front of a title or behind a verb that asks for a firm."""
    text = page.text
    places: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    stop = _STOP_WORDS | _generic()
    for match in _TRIGGER_AFTER.finditer(text):
        words = back.walk(match.start(), 6, stop)
        words = [word for word in words if not taken[word[0]]]
        if words and words[0][1] == match.start() and _is_rare(page, words):
            start, end = words[-1][0], words[0][1]
            if end - start >= 2 and _HAN.match(text[start]) and 1 not in taken[start:end]:
                left = text[start - 1 : start]
                places[text[start:end]].append((start, end, 1.0 if not left or not _HAN.match(left) else 0.5))
    ends = {start: end for start, end in page.words}
    for match in _TRIGGER_BEFORE.finditer(text):
        start = at = match.end()
        while at - start < 6 and at in ends:
            word = text[at : ends[at]]
            if word in stop or (len(word) == 1 and word in _STOP_CHARS) or taken[at]:
                break
            at = ends[at]
        end = at
        if (
            2 <= end - start <= 6
            and _is_rare(page, [(start, end)])
            and 1 not in taken[start:end]
            and not page.is_masked(start, end)
        ):
            right = text[end : end + 1]
            places[text[start:end]].append((start, end, 1.0 if not right or not _HAN.match(right) else 0.5))
    return [
        Found(start, end, "organisation", 2.6, "words beside it", form)
        for form, at in places.items()
        if sum(weight for _, _, weight in at) >= 1.5
        for start, end, _ in at
    ]
