"""Who deals: the one who pays, those who take part, and which of two firms gives the money."""

import re

from talent_tui.events.arguments import BY, behind, following, marked
from talent_tui.events.chunks import Chunk
from talent_tui.events.drafting import organisation_of
from talent_tui.events.movers import is_english_passive
from talent_tui.events.scene import Clause, Scene
from talent_tui.events.subjects import subject
from talent_tui.events.triggers import Trigger
from talent_tui.lexicon.word_classes import is_a

_LEADS = re.compile(r"(\ue001)(?:牵头|领衔|主导|领投)的")
_GIVES_MONEY = re.compile(
    r"(?:独家|等|战略)*(?:领投|投资|注资|投下|投的|的(?:[^,，。]{0,10})?(?:投资|资金|注资|融资|入股|领投))"
)
"""拿到C领投的1.5亿元: whoever is named gives the money."""
_LEAD_IS = re.compile(r"(?:的是|方为|方是|人为|者为)[^,，。\ue000-\ue005]{0,8}\ue001")
_GIVEN_TO = re.compile(
    r"(?:给|予|予了|向)[^,，。\ue000-\ue004]{0,12}$|\bto\s(?!(?:sell|buy|offload|divest|license|hand)\b)(?:the\s|its\s)?(?:[a-z-]+\s){0,2}$"
)
_IN_THE_LEAD = re.compile(r"\bwith\s(?:the\s)?(\ue001)(?:\s[a-z]+){0,2}\s(?:in the lead|leading|as (?:the )?lead)\b")
_LED_BY = re.compile(r"(?:由|从|来自|向|获得?|\bfrom\s|\bby\s)\s?$")
_TAKE_PART = re.compile(
    r"投资方|投资人|投资者|投资机构|股东|参投|跟投|跟随|参与|认购"
    r"|taking part|took part|participat|joining|joined|contributing|putting in"
)
_INVESTOR_IS = re.compile(
    r"(?:投资方|投资人|投资者|出资方|出资人|领投方(?:里|中)?)(?:则|仅|只)?(?:为|是|系|有)[^,，。\ue000-\ue005]{0,6}(\ue001)(?![、和与及等])"
)
_FROM_WHOM = re.compile(r"\bfrom\s(?:the\s)?(?:[a-z-]+\s){0,3}\ue001")
_INTO = re.compile(r"(?:向|对|给)(?:[^,，。;；\ue000-\ue005]{1,8}的)?\ue001(?:公司|集团)?\s?$")
_A_SUM = re.compile(r"\s?(?:了|约|近|超过?|逾|共)*\s?\ue003(?![^,，。]{0,8}(?:股|的\ue001))")
_OWN_PLAN = re.compile(r"\s(?:its|the|their)\s[^,.;]{0,40}\b(?:plan|figure|investment|commitment|pledge|offer|bid)\b")


def investors_in(scene: Scene, clause: Clause) -> list[str]:
    """Who else puts money in, told in a clause of its own: 投资方包括B和C; with B and C also taking part."""
    return [
        org
        for other in scene.clauses
        if other is not clause and _TAKE_PART.search(scene.text, other.start, other.end)
        for org in scene.orgs(other.start, other.end)
        if not scene.memory.is_outlet(org)
    ]


def only_investor(scene: Scene) -> str | None:
    """投资方为A: who alone puts the money in."""
    match = _INVESTOR_IS.search(scene.text)
    return scene.skeleton.name(match.start(1)).entity if match is not None else None


def dealer_of(scene: Scene, clause: Clause, trigger: Trigger) -> Chunk | None:
    """Who makes the deal: a firm, or the one that a person acts for."""
    actor = subject(scene, clause, trigger, ("org",))
    if actor is None:
        org = organisation_of(scene, subject(scene, clause, trigger, ("person",)))
        actor = Chunk("org", clause.start, clause.start, (org,)) if org else None
    return actor


def payer_of(scene: Scene, clause: Clause, trigger: Trigger, actor: Chunk | None) -> str | None:
    """The firm that pays: the one that acts, or, of what is sold or raised, the other one; None where nobody knows."""
    word = trigger.word
    acting = actor.ids[0] if actor else None
    if is_a(word, "costs"):
        # Neon cost Databricks $1 billion: the object pays.
        buyer = following(scene, clause, trigger, ("org",), gap=6)
        return buyer.ids[0] if buyer else None
    offered = word.lower() in ("bid", "takeover", "offer") and _FROM_WHOM.search(scene.text, trigger.end, clause.end)
    if is_a(word, "accepts") or (scene.language == "en" and offered):
        # A accepted a bid from B.
        source = marked(scene, clause, _LED_BY, ("org",))
        return source.ids[0] if source else None
    if word.startswith("卖身"):
        # B卖身A: A pays.
        bought_by = following(scene, clause, trigger, ("org",), gap=2)
        return bought_by.ids[0] if bought_by else None
    if is_a(word, "sells"):
        buyer = next((c for c in clause.chunks if c.kind == "org" and behind(scene, c, _GIVEN_TO)), None)
        return buyer.ids[0] if buyer else None
    if _is_passive(scene, clause, trigger):
        agent = marked(scene, clause, BY[scene.language], ("org",))
        return agent.ids[0] if agent else None
    lead_is = _LEAD_IS.match(scene.text, trigger.end)
    if lead_is is not None:
        return scene.skeleton.name(lead_is.end() - 1).entity
    bought = following(scene, clause, trigger, ("org",), gap=6) if is_a(word, "needs_firm_next") else None
    if bought is not None:
        # Picked up a firm, not money.
        return acting
    if word in ("拿下", "拿到") and _A_SUM.match(scene.text, trigger.end):
        # 拿下1.3亿美元: it comes in.
        return None
    if is_a(word, "raises") and _OWN_PLAN.match(scene.text, trigger.end):
        # raised its investment plan: it is the one who pays.
        return acting
    beside = next((c for c in clause.chunks if c.kind == "org" and c.end == trigger.start), None)
    if is_a(word, "leads_round") and scene.language == "zh" and beside is not None:
        return beside.ids[0]
    leads = _LEADS.search(scene.text, clause.start, trigger.start) if is_a(word, "raises") or word == "增资" else None
    if leads is not None:
        # A牵头的20亿元增资.
        return scene.skeleton.name(leads.start(1)).entity
    into = _INTO.search(scene.text, clause.start, trigger.start) if word in ("注资", "增资") else None
    if into is not None:
        # A向B注资: A pays.
        giver = next((c for c in scene.left(clause, into.start()) if c.kind == "org" and c.ids), None)
        return giver.ids[0] if giver is not None else acting
    if is_a(word, "raises") or is_a(word, "lists"):
        giver = following(scene, clause, trigger, ("org",), gap=4)
        if giver is not None and _GIVES_MONEY.match(scene.text, giver.end):
            # 拿到C领投的1.5亿元, 获得C的种子资金.
            return giver.ids[0]
        ahead = _IN_THE_LEAD.search(scene.text) if scene.language == "en" else None
        if ahead is not None:
            return scene.skeleton.name(ahead.start(1)).entity
        lead = marked(scene, clause, _LED_BY, ("org",))
        if lead is not None and actor is not None and lead.ids != actor.ids:
            return lead.ids[0]
        return acting if is_a(word, "pays") else None
    return acting


def _is_passive(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    if scene.language == "en":
        return is_english_passive(scene, clause, trigger)
    return bool(re.search(r"被[^,，]{0,12}$", scene.before(clause, trigger.start, 16)))
