"""What an English sentence names only to dispute it: "rejected a suggestion that …", "reports that … are wrong"."""

import re

_HEARSAY = (
    r"(?:suggestions?|reports?|claims?|rumou?rs?|talk|speculation|allegations?|assertions?|notions?|idea|stor(?:y|ies)"
    r"|gossip|whispers|accounts?|charges?|news|hints?|chatter|figures?|numbers?|estimates?|sums?)"
)
_UNTRUE = (
    r"(?:false|untrue|wrong|baseless|unfounded|inaccurate|incorrect|nonsense|rubbish|fiction|fabricat\w+|invent\w+"
    r"|made up"
    r"|fake|off the mark|without (?:merit|foundation|basis)|groundless|not (?:true|accurate|correct|the case)|a lie"
    r"|lies)"
)
_DISPUTED = re.compile(
    r"\b(?:rejects?|rejected|rejecting|dismiss(?:es|ed|ing)?|den(?:y|ies|ied|ying)|disput(?:es|ed|ing)|rubbish(?:es|ed)"
    r"|rebut(?:s|ted)|refut(?:es|ed|ing)|brush(?:es|ed|ing) (?:off|aside)|wav(?:es|ed|ing) (?:off|away|aside)"
    r"|shrug(?:s|ged) off|laugh(?:s|ed) off|shot down|knock(?:s|ed) down|scotch(?:es|ed)|quash(?:es|ed)"
    r"|pour(?:s|ed) cold water (?:on|over)|hit back at|push(?:es|ed) back (?:on|against)|contradict(?:s|ed)"
    r"|no truth (?:in|to|behind)|nothing (?:in|to)|contrary to)\b"
    rf"[^.;\ue000]{{0,40}}?\b{_HEARSAY}\b(?!\s(?:after|over|about\sthe\sday))",
    re.IGNORECASE,
)
"""A word of disputing and the hearsay that it disputes: what follows is what is disputed."""
_NEVER = re.compile(
    r"\bden(?:y|ies|ied|ying)\s(?:that|having|any|ever|being|it\s(?:had|was|would|has|is)|he|she|they|\ue000|\ue001"
    r"|a|the|plans)\b"
    r"|\bden(?:y|ies|ied|ying)\s[\ue000\ue001]"
    r"|\b(?:it|that) (?:is|was) (?:not true|untrue|false) that\b|\b(?:is|was|are|were)n.t true that\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:said|says|told|insist(?:s|ed)|repl(?:ies|ied)|wrote|writes|stress(?:es|ed))\b[^.;]{0,40}?"
    r"\b(?:it|he|she|they|the company|the firm|the bank|nobody|no one)\s(?:was|is|were|are|had|has)\s?"
    r"(?:not|never|n.t|no (?:plans?|intention))\b(?=[^.;]{0,12}\b(?:in talks|talking|planning|plan|looking|seeking"
    r"|considering|going|about|for sale|raising|selling|buying|leaving|intention))",
    re.IGNORECASE,
)
"""A said that it was not in talks to …: what follows is what it says does not happen."""
_TOLD_BESIDES = re.compile(r"\b(?:after|before|when|while|since|because|though|although)\b|[,;]")
_CALLED = re.compile(
    rf"\b(?:call(?:s|ed|ing)|describ(?:es|ed|ing)|brand(?:s|ed|ing)|term(?:s|ed)"
    rf"|label+ed)\s[^.;]{{0,20}}?\b{_HEARSAY}\b"
    rf"(?P<claim>[^;]{{4,160}}?)\b(?:{_UNTRUE})",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(
    rf"\b{_HEARSAY}\b\s(?:that|of|about|saying|in\s\ue001)(?P<claim>[^;]{{4,200}}?)\b(?:is|are|was|were|as)\s"
    rf"(?:[a-z]+\s){{0,2}}(?:{_UNTRUE}|denied|dismissed|rejected|disputed|refuted)\b",
    re.IGNORECASE,
)


def is_disputed(text: str, at: int) -> bool:
    """Whether what stands at `at` of a sentence is named there only as what somebody disputes."""
    own = _NOT_SO.search(text, 0, at)
    if own is not None and not _TOLD_BESIDES.search(text, own.end(), at):
        return True
    for pattern in (_DISPUTED, _NEVER):
        match = pattern.search(text, 0, at)
        if match is not None and not _ANOTHER_STORY.search(text, match.end(), at):
            return True
    return any(
        match.start("claim") <= at < match.end("claim")
        for pattern in (_CALLED, _IN_FRONT)
        for match in pattern.finditer(text)
    )


_NOT_DONE = re.compile(r"(?:没有|并未|并没有|从未|未曾|不会|未)\s?$")
_ONLY_TALK = re.compile(
    r"(?:说法|传闻|传言|消息|报道|猜测)[^。；;]{0,6}?(?:纯属|不实|失实|是假|子虚乌有|谣言|不属实|无稽|毫无根据|没有根据)"
    r"|纯属(?:猜测|谣言|虚构|捏造|误传|臆测)"
)


def is_disputed_in_chinese(text: str, at: int) -> bool:
    """Whether what stands at `at` is said not to have happened, against talk: 没有离职,外界的说法纯属猜测."""
    return _NOT_DONE.search(text, max(0, at - 6), at) is not None and _ONLY_TALK.search(text) is not None


_ANOTHER_STORY = re.compile(r"[;]|,\s(?:but|and|while|though|although|who|which|as|after|before|saying|adding)\s|\.\s")
"""Rejected the report, but later did …: what follows is told by the author."""


def disputes_something(text: str) -> bool:
    """Whether a sentence disputes hearsay at all."""
    return any(p.search(text) for p in (_DISPUTED, _CALLED, _IN_FRONT))
