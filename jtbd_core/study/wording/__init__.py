"""Wording checks: whether the job and the outcomes of a study are worded so that answers can be trusted.

Eighteen rules, L01 to L18, look at the grammar, the words, and at statements beside each other; those of English
grammar are left out for a study in another language, and `findings` then says so.
"""

from jtbd_core.study.wording.checks import findings, speaks
from jtbd_core.study.wording.finding import Finding, Severity, applied
from jtbd_core.study.wording.grammar import classified, is_avoid

__all__ = ["Finding", "Severity", "applied", "classified", "findings", "is_avoid", "speaks"]
