"""Hold a writer's draft against a timeline: what agrees with it, what contradicts it, what it knows nothing of."""

from talent_tui.checking.compare import Comparison, Field
from talent_tui.checking.draft import Claim, DraftSentence, sentences_of
from talent_tui.checking.judge import Checked, Verdict, check
from talent_tui.checking.names import Names

__all__ = ["Checked", "Claim", "Comparison", "DraftSentence", "Field", "Names", "Verdict", "check", "sentences_of"]
