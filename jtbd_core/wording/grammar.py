"""What kind of statement a text is, told by its English grammar."""

import re

from jtbd_core.study import Dimension

FEEL = re.compile(
    r"(?i)^(?:I|we)(?:['’](?:m|re|ve))?(?:\s+(?:do|don['’]t|am|are|have|not|never|no|longer|always|still|also|can))*"
    r"\s+(?:feel|felt|feeling)\b"
)
_OTHERS_THINK = re.compile(
    r"(?i)^(?!(?:I|we)\b).*?\b(?:think|see|regard|consider|view|know|respect|trust|perceive)s?\b.*\b(?:me|us|I|we)\b"
)
_DECLARED = re.compile(r"(?i)\b(?:am|is|are|has|have|had|was|were|can|do|does)\b|^(?:I|we)\b|['’](?:m|s|re|ve)\b")
_NEGATION = re.compile(r"(?i)\b(?:not|never|no|without)\b|n['’]t\b")


def classified(statement: str) -> Dimension | None:
    """Return the dimension of a success outcome that the statement is worded as, None if it is none."""
    if FEEL.search(statement):
        return "emotional"
    if _OTHERS_THINK.search(statement):
        return "social"
    return "functional" if _DECLARED.search(statement) else None


def is_avoid(statement: str) -> bool:
    """Whether the statement says that something bad does not happen."""
    return bool(_NEGATION.search(statement))
