"""Tables of pay: a sentence that announces figures, and a line for each grade under it."""

import re

from talent_tui.events.draft import Draft
from talent_tui.events.scene import Scene

_ANNOUNCES = re.compile(r"[:：]\s*$")
_LONGEST_LINE = 40


class PayTable:
    """Reads an article's sentences in order; lines of figures go to the sentence that announces them."""

    def __init__(self) -> None:
        """No table open."""
        self._heading: Scene | None = None
        self._draft: Draft | None = None

    def read(self, scene: Scene, drafts: list[Draft]) -> None:
        """Take one sentence; the first line of figures makes a draft of its table, the others extend it."""
        sums = scene.amounts(0, len(scene.text))
        if _ANNOUNCES.search(scene.text) and any("pay" in t.frames for t in scene.triggers):
            self._heading, self._draft = scene, None
            return
        if self._heading is None:
            return
        if not sums or len(scene.text) > _LONGEST_LINE:
            self._heading = None
            return
        if self._draft is None:
            self._draft = self._open()
            if self._draft is None:
                return
            drafts.append(self._draft)
        self._draft.amounts = [*self._draft.amounts, *sums]
        self._draft.end = scene.skeleton.sentence.end

    def _open(self) -> Draft | None:
        assert self._heading is not None
        scene = self._heading
        orgs = [o for o in scene.orgs(0, len(scene.text)) if not scene.memory.is_outlet(o)]
        org = orgs[-1] if orgs else scene.memory.firm
        trigger = next(t for t in scene.triggers if "pay" in t.frames)
        if org is None:
            self._heading = None
            return None
        sentence = scene.skeleton.sentence
        return Draft(
            "pay", f"table under “{trigger.word}”", sentence.start, sentence.end, scene.skeleton.starts[trigger.start],
            sentence.line, sentence.start, to=org, companies=(org,), status="reported", told="reported", table=True,
        )  # fmt: skip
