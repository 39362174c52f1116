"""The faults that an exercise may have."""

from jtbd_core.study.practice.fault import FAULTS
from jtbd_core.study.wording.across import RULES_ACROSS
from jtbd_core.study.wording.checks import RULES


def test_they_are_those_that_the_wording_checks_know() -> None:
    """There is one fault for each rule, and no two have the same name."""
    assert sorted(fault.rule for fault in FAULTS.values()) == sorted({**RULES, **RULES_ACROSS})
    assert len({fault.name for fault in FAULTS.values()}) == len(FAULTS)
