"""The one immutable state: what each step makes of it."""

from datetime import date

import msgspec

from talent_tui.index import Choice, Filters, Words

CHEN = Filters().toggled("person", "chen")


def test_a_value_is_asked_for_dropped_and_turned_round() -> None:
    assert CHEN.values("person", excluded=False) == ("chen",)
    assert CHEN.toggled("person", "chen") == Filters()
    excluded = CHEN.toggled("person", "chen", excluded=True)
    assert excluded.values("person", excluded=False) == ()
    assert excluded.values("person", excluded=True) == ("chen",)
    assert excluded.toggled("person", "chen") == CHEN
    assert excluded.turned(excluded.conditions[0]) == CHEN


def test_what_is_switched_off_is_kept_but_not_in_force() -> None:
    off = CHEN.switched(CHEN.conditions[0])
    assert off.in_force == ()
    assert off.choice("person", "chen") is not None
    assert off.switched(off.conditions[0]) == CHEN
    assert off.toggled("person", "chen") == CHEN


def test_clearing_leaves_what_is_pinned() -> None:
    filters = CHEN.toggled("type", "join").searched("论文")
    pinned = filters.pinned(filters.conditions[0])
    assert [c.pinned for c in pinned.cleared().conditions] == [True]
    assert pinned.shortened().words is None
    assert pinned.shortened().shortened().shortened() == pinned.cleared()


def test_there_is_one_search_and_one_range() -> None:
    filters = CHEN.searched("a").dated(date(2025, 1, 1), None).searched("b").dated(date(2025, 2, 1), None)
    assert len(filters.conditions) == 3
    assert filters.words == Words("b")
    assert filters.searched("  ").dated(None, None) == CHEN


def test_all_in_one_event_is_a_mode_of_a_facet() -> None:
    both = CHEN.together_toggled("person").together_toggled("company")
    assert both.together == ("company", "person")
    assert both.together_toggled("company").together_toggled("person") == CHEN


def test_a_state_goes_through_json_and_back() -> None:
    filters = CHEN.searched("x").dated(None, date(2025, 6, 1)).together_toggled("person")
    assert msgspec.json.decode(msgspec.json.encode(filters), type=Filters) == filters
    assert isinstance(filters.conditions[0], Choice)
