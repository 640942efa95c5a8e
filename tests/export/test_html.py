"""The page: what stands in it, and what it does in a real browser."""

import base64
import re
from collections.abc import Iterator

import msgspec
import pytest

from talent_tui.export import to_html
from talent_tui.model import Timeline
from talent_tui.workspace import Workspace
from tests.export import chromium
from tests.factories import company, make_event, make_record, person, published, span

NASTY = '</script><script>window.broken=1</script><img src=x onerror="window.broken=1"> & <!-- <b>bold</b> \u2028'


def timeline() -> Timeline:
    people = [
        person("Ines Holm", "Holm"),
        person(NASTY, ident="nasty"),
        person("林若川", ident="lin", readings=["lrc"]),
    ]
    firms = [company("Ombra"), company("Brightmere"), company(f"{NASTY} firm", ident="nasty-firm")]
    events = [
        make_event(
            "join", ["ines-holm"], "ombra", "brightmere", day="2024-03-05", quote="Holm leaves Ombra for Brightmere"
        ),
        make_event("leave", ["nasty"], "nasty-firm", day="2025-06-28", quote=NASTY, summary=NASTY, status="rumoured"),
        make_event("appoint", ["lin"], None, "brightmere", day=span(None), quote="林若川出任", certainty="check"),
    ]
    record = make_record(
        *events, people=people, companies=firms, title=NASTY, outlet=NASTY, day=published("2025-07-02")
    )
    record = msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, url="javascript:alert(1)"))
    return Workspace.in_memory([record]).timeline


def test_the_script_element_holds_nothing_that_could_end_it() -> None:
    page = to_html(timeline()).decode()
    assert page.count("<script") == 2
    assert page.count("</script") == 2
    assert "<img" not in page
    assert "javascript:" not in page
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert not set("<>&") & set(data[1])
    assert [e["type"] for e in msgspec.json.decode(data[1])["events"]] == ["join", "leave", "appoint"]


def test_the_same_timeline_gives_the_same_bytes() -> None:
    assert to_html(timeline()) == to_html(timeline())
    assert b"0 of" not in to_html(Timeline())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Page]:
    if chromium.PROGRAM is None:
        pytest.skip("there is no Chromium here to open the page in")
    folder = tmp_path_factory.mktemp("page")
    file = folder / "timeline.html"
    file.write_bytes(to_html(timeline()))
    with chromium.opened(file, folder / "profile") as opened:
        yield opened


SHOWN = "document.querySelectorAll('#events details').length"
COUNTS = (
    "Object.fromEntries([...document.querySelectorAll('#{} button')]"
    ".map(b => [b.dataset.id, b.querySelector('.n').textContent]))"
)
CLICK = "[...document.querySelectorAll('#{} button')].find(b => b.dataset.id === '{}').click()"


def test_nothing_of_an_article_is_markup(page: chromium.Page) -> None:
    page.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.run("window.broken === undefined")
    assert page.run("document.querySelectorAll('img, b, #events script').length") == 0
    assert page.run("document.querySelectorAll('a[href^=javascript]').length") == 0
    assert "</script><script>window.broken=1</script>" in page.run("document.querySelector('#events').innerText")
    assert page.run("performance.getEntriesByType('resource').length") == 0
    assert page.run("document.querySelectorAll('blockquote').length") == 3


def test_panes_filter_one_another(page: chromium.Page) -> None:
    assert page.run(SHOWN) == 3
    page.run(CLICK.format("company", "brightmere"))
    assert page.run(SHOWN) == 2
    assert page.run(COUNTS.format("person")) == {"ines-holm": "1", "lin": "1", "nasty": "0"}
    page.run(CLICK.format("person", "lin"))
    assert page.run(SHOWN) == 1
    assert page.run(COUNTS.format("company"))["ombra"] == "0"
    assert page.run("document.querySelector('#count').textContent") == "1 of 3 events"
    page.run("document.querySelector('#chips button').click()")
    assert page.run(SHOWN) == 2
    page.run("document.querySelector('#clear').click()")
    assert page.run(SHOWN) == 3


@pytest.mark.parametrize(("words", "count"), [("holm", 1), ("LRC", 1), ("brightmere ombra", 1), ("nobody", 0), ("", 3)])
def test_searching(page: chromium.Page, words: str, count: int) -> None:
    page.run(f"w = document.querySelector('#words'); w.value = {words!r}; w.dispatchEvent(new Event('input'))")
    assert page.run(SHOWN) == count
    assert page.run("document.querySelectorAll('.empty').length") == (count == 0)


def test_printing_opens_all_evidence(page: chromium.Page) -> None:
    data = base64.b64decode(page.send("Page.printToPDF")["data"])
    assert data.startswith(b"%PDF")
    assert page.run("[...document.querySelectorAll('details')].every(d => d.open && d.querySelector('blockquote'))")
    page.send("Emulation.setEmulatedMedia", media="print")
    assert page.run("getComputedStyle(document.querySelector('nav')).display") == "none"
    page.send("Emulation.setEmulatedMedia", media="")
