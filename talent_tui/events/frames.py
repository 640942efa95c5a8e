"""What each frame of the verb table looks for."""

import re
from collections.abc import Callable, Iterator

from talent_tui.events import (
    appointments,
    cuts,
    deals,
    departures,
    foundings,
    handovers,
    hiring,
    leavers,
    losses,
    moves,
    offers,
    releases,
    reorganisations,
    returns,
    sayings,
    successions,
)
from talent_tui.events.arguments import OBJECT, marked
from talent_tui.events.draft import Draft
from talent_tui.events.movers import PEOPLE
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.skeleton import MONEY, ORG
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

Frame = Callable[[Scene, Clause, Trigger], Iterator[Draft]]


def _hire(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """People hired by name or number; else recruiting, which is an offer."""
    bought = marked(scene, clause, OBJECT["zh"], ("org",), until=trigger.start) if scene.language == "zh" else None
    if bought is not None and "麾下" in trigger.word and not any(c.kind in PEOPLE for c in clause.chunks):
        # 把A收入麾下: a firm is bought.
        yield from deals.deal(scene, clause, trigger)
        return
    drafts = list(hiring.hire(scene, clause, trigger))
    if drafts or not is_a(trigger.word, "takes_people"):
        yield from drafts or offers.recruiting(scene, clause, trigger)


def _offer(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """What is offered to people; what an English firm offers for another, or a sum to nobody, is a deal."""
    bids = scene.language == "en" and offers.is_bid(scene, clause, trigger)
    yield from (deals.deal if bids else offers.offer)(scene, clause, trigger)


_FOR_A_FIRM = re.compile(rf"[^,.;{MONEY}]{{0,16}}{MONEY}[^,.;{MONEY}]{{0,20}}?\sfor\s(?:the\s)?{ORG}(?!['’]s)")


def _deal(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """What changes hands for money; to pay somebody $3m is pay."""
    paid = scene.language == "en" and _PAID.match(scene.text, trigger.end) and trigger.word.lower() in ("paid", "pays")
    yield from (offers.pay if paid else deals.deal)(scene, clause, trigger)


_PAID = re.compile(rf"\s\ue000\s(?:about\s|nearly\s|over\s|more than\s)?{MONEY}(?!\sfor\b)")


def _pay(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[Draft]:
    """A figure for compensation; to pay $3bn for a firm is a deal."""
    buys = scene.language == "en" and _FOR_A_FIRM.match(scene.text, trigger.end)
    yield from (deals.deal if buys else offers.pay)(scene, clause, trigger)


FRAMES: dict[str, Frame] = {
    "join": moves.join,
    "hire": _hire,
    "came_from": hiring.came_from,
    "lose_to": hiring.lost,
    "held_until": leavers.held_until,
    "return": returns.back,
    "leave": departures.leave,
    "appoint": appointments.appoint,
    "assign": handovers.assign,
    "report_to": handovers.report_to,
    "lose_role": losses.lose_role,
    "succeeded_by": successions.succeeded_by,
    "made_permanent": successions.made_permanent,
    "found": foundings.found,
    "reorganise": reorganisations.reorganise,
    "freeze": cuts.freeze,
    "deal": _deal,
    "release": releases.release,
    "say": sayings.say,
    "publish": sayings.report,
    "offer": _offer,
    "pay": _pay,
}
"""What each frame of the verb table looks for."""
