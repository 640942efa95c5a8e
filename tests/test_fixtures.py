"""The fixtures and their answer keys: well formed, true to their articles, with the difficulties they are there for."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import edtf
import pytest

from talent_tui.model import EVENT_TYPES, STATUSES
from tests.quality.accounts import FIXTURES, key_paths, load_key
from tests.quality.clusters import load_clusters

ARTICLES = FIXTURES / "articles"
KEYS = {path.stem: load_key(path) for path in key_paths(FIXTURES / "keys")}
EVENTS = [(stem, event) for stem, key in KEYS.items() for event in key["events"]]
CLUSTERS = load_clusters(FIXTURES / "keys" / "clusters.json")

each_key = pytest.mark.parametrize("stem", KEYS)
each_event = pytest.mark.parametrize(("stem", "event"), EVENTS, ids=[f"{stem}:{e['id']}" for stem, e in EVENTS])


class _Paragraphs(HTMLParser):
    """The paragraphs inside the page's article."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)
        if tag == "p" and "article" in self.inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] == "p" and "article" in self.inside:
            self.texts[-1] += data


def text_of(stem: str) -> str:
    """What a reader reads: the file, or of a web page the paragraphs of the article."""
    path: Path = ARTICLES / KEYS[stem]["article"]
    raw = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return raw
    page = _Paragraphs()
    page.feed(raw)
    return "\n".join(page.texts)


def test_each_article_has_a_key_and_each_key_an_article() -> None:
    assert sorted(path.name for path in ARTICLES.iterdir()) == sorted(key["article"] for key in KEYS.values())
    assert all(Path(key["article"]).stem == stem for stem, key in KEYS.items())


@each_key
def test_articles_are_as_long_as_news_and_keys_as_full(stem: str) -> None:
    assert 800 <= len(text_of(stem)) <= 2000
    assert 15 <= len(KEYS[stem]["events"]) <= 45
    assert sum(event["core"] for event in KEYS[stem]["events"]) >= 12


@each_key
def test_ids_are_unique_and_names_stand_in_the_article(stem: str) -> None:
    key, text = KEYS[stem], (ARTICLES / KEYS[stem]["article"]).read_text(encoding="utf-8")
    for kind in ("people", "companies", "events"):
        ids = [entry["id"] for entry in key[kind]]
        assert len(ids) == len(set(ids))
    for entry in key["people"] + key["companies"]:
        assert all(alias in text for alias in entry["aliases"]), entry
        assert any(form in text for form in [entry["name"], *entry["aliases"]]), entry
    for kind in ("people", "companies"):
        forms = [{entry["name"], *entry["aliases"]} for entry in key[kind]]
        assert not any(one & other for one, other in combinations(forms, 2)), "one form names two"


@each_key
def test_everybody_in_an_event_is_listed(stem: str) -> None:
    key = KEYS[stem]
    people, companies = ({entry["id"] for entry in key[kind]} for kind in ("people", "companies"))
    for event in key["events"]:
        ends = {end for end in (event["from"], event["to"]) if end}
        assert set(event["people"]) <= people
        assert set(event["companies"]) <= companies
        assert ends <= set(event["companies"])
        assert len(set(event["people"])) == len(event["people"])


@each_event
def test_events_are_well_formed(stem: str, event: dict[str, Any]) -> None:
    assert list(event) == [
        "id", "type", "date", "people", "from", "to", "companies", "status", "amounts", "count", "quote", "core",
    ]  # fmt: skip
    assert event["type"] in EVENT_TYPES
    assert event["status"] in STATUSES
    assert event["quote"] in text_of(stem)
    assert "\n" not in event["quote"]
    for amount in event["amounts"]:
        assert set(amount) == {"value", "currency", "text"}
        assert amount["text"] in event["quote"]
        assert amount["value"] is None or amount["value"] > 0
    assert event["count"] is None or event["count"] > 0


@each_event
def test_moves_and_payers_follow_the_table_of_types(stem: str, event: dict[str, Any]) -> None:
    kind, people = event["type"], event["people"]
    if kind in ("join", "return"):
        assert event["to"] and event["from"] != event["to"]
        assert len(people) == 1 or (not people and event["count"])
    if kind == "leave":
        assert event["from"] and event["to"] is None
    if kind == "appoint":
        assert people and event["to"]
    if kind in ("appoint", "found", "offer", "pay", "deal"):
        assert event["from"] is None
    if kind in ("statement", "report", "release", "freeze", "reorganise"):
        assert event["from"] is event["to"] is None
    if kind == "statement":
        assert len(people) <= 1


def _first_and_last(expression: str) -> tuple[str | None, str | None]:
    """The days of a date expression, by a parser that is not ours; open sides are None."""
    if before := re.fullmatch(r"\[\.\.(.+)\]", expression):
        return None, _days(before[1])[1]
    if expression.endswith("/.."):
        return _days(expression.removesuffix("/.."))[0], None
    first, _, last = expression.partition("/")
    return _days(first)[0], _days(last or first)[1]


def _days(expression: str) -> tuple[str, str]:
    # A tilde widens the parser's fuzzy bounds, not the days that an answer key names.
    parsed = edtf.parse_edtf(expression.removesuffix("~"))
    bounds = (parsed.lower_strict(), parsed.upper_strict())
    first, last = (date(t.tm_year, t.tm_mon, t.tm_mday).isoformat() for t in bounds)
    return first, last


@each_event
def test_dates_are_edtf_and_agree_with_their_first_and_last_day(stem: str, event: dict[str, Any]) -> None:
    when, published = event["date"], KEYS[stem]["published"]
    assert when["basis"] in ("explicit", "relative", "none", "unresolved")
    if when["edtf"] is None:
        assert when["start"] is None and when["end"] is None
    else:
        assert _first_and_last(when["edtf"]) == (when["start"], when["end"])
        if when["start"] and when["end"]:
            assert when["start"] <= when["end"]
    if when["basis"] == "none":
        expected = None if event["status"] == "planned" or not published["end"] else f"[..{published['end']}]"
        assert when["edtf"] == expected
        assert when["text"] is None
    elif when["basis"] == "unresolved":
        assert when["edtf"] is None and published["basis"] == "unknown"
        assert when["text"] in text_of(stem)
    else:
        assert when["text"] in text_of(stem)


@each_event
def test_what_has_not_happened_is_planned_and_what_has_is_not_in_the_future(stem: str, event: dict[str, Any]) -> None:
    end, start = KEYS[stem]["published"]["end"], event["date"]["start"]
    if end is None or start is None or event["type"] == "freeze":
        return
    if event["status"] == "planned":
        assert start > end
    else:
        assert start <= end


def test_published_is_stated_in_most_and_left_open_in_one() -> None:
    bases = [key["published"]["basis"] for key in KEYS.values()]
    assert bases.count("stated") > len(bases) / 2
    assert bases.count("stated") < len(bases)
    for key in KEYS.values():
        window = key["published"]
        assert (window["start"] is None) == (window["end"] is None) == (window["basis"] == "unknown")


def test_the_damaged_article_has_readings_leaked_behind_many_characters() -> None:
    text = text_of("labs-in-turmoil")
    leaked = re.findall(r"(\w)\(([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*)\)", text)
    assert len(leaked) >= 20
    assert len(set(leaked)) >= 10
    assert ("發", "fā") in leaked
    assert "?yōu)" in text, "one cut goes through two characters and shifts the bytes behind it"
    assert any("(fā)" in event["quote"] for _, event in EVENTS)


@pytest.mark.parametrize("clutter", ["次閱讀", "閱讀原文", "相關推薦", "版權聲明", "驗證碼"])
def test_the_damaged_article_has_a_pages_clutter(clutter: str) -> None:
    assert clutter in text_of("labs-in-turmoil")


def test_nothing_is_quoted_from_headlines_of_other_articles() -> None:
    tail = text_of("labs-in-turmoil").partition("相關推薦")[2].partition("版權聲明")[0]
    assert tail.count("\n") >= 3
    assert not [e for stem, e in EVENTS if stem == "labs-in-turmoil" and e["quote"] in tail]


def test_the_web_page_has_head_data_navigation_comments_and_scripts() -> None:
    page = (ARTICLES / "tea-chain.html").read_text(encoding="utf-8")
    for part in ("og:title", "article:published_time", 'name="author"', "og:site_name", "<nav", "<aside", "<script"):
        assert part in page
    assert KEYS["tea-chain"]["published"]["start"] in page


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_every_type_of_event_is_asked_for(kind: str) -> None:
    assert any(event["type"] == kind for _, event in EVENTS)


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_asked_for(status: str) -> None:
    assert any(event["status"] == status and event["core"] for _, event in EVENTS)


def test_clusters_tie_events_of_different_articles() -> None:
    known = {f"{stem}:{event['id']}": event for stem, event in EVENTS}
    seen: set[str] = set()
    for cluster in CLUSTERS:
        members = cluster["events"]
        assert len(members) >= 2 and cluster["what"]
        assert len({m.split(":")[0] for m in members}) == len(members), "one event of an article each"
        assert set(members) <= known.keys()
        assert not seen & set(members), "an event is one happening only"
        seen |= set(members)
        families = {known[m]["type"] for m in members}
        assert len(families) == 1 or families <= {"join", "appoint", "leave", "return"}


def test_clusters_name_every_contradiction_in_a_sum() -> None:
    known = {f"{stem}:{event['id']}": event for stem, event in EVENTS}
    sums = 0
    for cluster in CLUSTERS:
        values = {json.dumps([a["value"] for a in known[m]["amounts"]]) for m in cluster["events"]}
        values.discard("[]")
        fields = [conflict["field"] for conflict in cluster["conflicts"]]
        assert ("amounts" in fields) == (len(values) > 1), cluster["what"]
        sums += len(values) > 1
        for conflict in cluster["conflicts"]:
            assert set(conflict["values"]) == {m.split(":")[0] for m in cluster["events"]}
    assert sums, "140 and 143 are one sum told twice"
