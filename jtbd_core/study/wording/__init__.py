"""Wording checks: whether the job and the outcomes of a study are worded so that answers can be trusted.

Eighteen rules, L01 to L18, check the grammar and the words of each statement, and find statements that say the same.
In a study in another language the rules of English grammar are left out, and `problems` begins with a note of it.
"""

from jtbd_core.study.wording.checks import problems
from jtbd_core.study.wording.grammar import dimension_by_grammar, is_english
from jtbd_core.study.wording.negation import is_avoid
from jtbd_core.study.wording.problem import Problem, applied
from jtbd_core.study.wording.subject import Severity

__all__ = ["Problem", "Severity", "applied", "dimension_by_grammar", "is_avoid", "is_english", "problems"]
