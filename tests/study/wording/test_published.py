"""How often checks and proposals are right on statements that were published, or written like them."""

import pytest

from jtbd_core.study.wording.across import RULES_ACROSS
from jtbd_core.study.wording.checks import RULES
from tests.study.wording.published_table import faulty, published

ERRORS = frozenset(rule for rule, (severity, _) in (RULES | RULES_ACROSS).items() if severity == "error")


@pytest.mark.parametrize("name", ["published", "written"])
def test_published_statements_are_judged_rightly(name: str) -> None:
    """Of errors 98 % are right; of faults 90 % are at least doubted; kind, dimension, polarity are right in 90 %."""
    table = published(name)
    assert faulty(table).precision >= 0.98
    assert faulty(table, lambda one: one.fired() & ERRORS).recall >= 0.9
    for part in range(3):
        rows = [one for one in table if one.kind == "success" or not part]
        assert sum(one.placed[part] == one.proposed[part] for one in rows) >= 0.9 * len(rows)
    nowhere = [one.proposed[0] == "none" for one in table if one.kind == "none"]
    assert sum(nowhere) >= 0.9 * len(nowhere)
    sure = [one.placed == one.proposed for one in table if one.proposal and one.proposal.is_sure]
    assert sum(sure) >= 0.95 * len(sure)
