"""How scores that order lists are printed, and when measured and expected differ."""

import pandas as pd
import pytest

from jtbd_core.scoring.measures import MEASURES


def row(name: str, measured: float, expected: float) -> dict[str, float]:
    """Return a row with one score, its interval a tenth to both sides."""
    limits = {"_low": -0.1, "_high": 0.1}
    return {
        name: measured,
        "length": 4,
        f"{name}_expected": expected,
        **{name + end: measured + by for end, by in limits.items()},
        **{f"{name}_expected{end}": expected + by for end, by in limits.items()},
    }


def test_a_share_is_printed_as_per_cent() -> None:
    """A score has its decimals, a share none and its unit; the unit stands in an interval where it is asked for."""
    unmet, opportunity = MEASURES["unmet"], MEASURES["opportunity"]
    share, score = row("unmet", 0.55, 0.49), row("opportunity", 15.84, 14.6)
    assert (unmet.measured(share), opportunity.measured(score)) == ("55 %", "15.8")
    assert (unmet.expected(share), opportunity.expected(score)) == ("49 (39–59)", "14.6 (14.5–14.7)")
    assert unmet.expected(share, unmet.unit) == "49 % (39–59 %)"
    assert unmet.interval(share) == "45–65"


@pytest.mark.parametrize(
    ("name", "at", "above"),
    [("opportunity", 0.5, 0.6), ("unmet", 0.05, 0.06), ("share_short", 0.05, 0.06), ("value_wanted", 0.25, 0.26)],
)
def test_measured_and_expected_differ_above_the_margin(name: str, at: float, above: float) -> None:
    """At the margin itself, to either side, they do not."""
    measure = MEASURES[name]
    assert [measure.is_apart(row(name, 0.7, 0.7 + by)) for by in (at, -at, above, -above)] == [False, False, True, True]


def test_the_margin_of_value_wanted_grows_with_the_scale() -> None:
    """On a scale of 0 to 100 points that differ by 5 are no more apart than a fifth of a point of five."""
    close = row("value_wanted", 20.0, 25.0) | {"length": 100}
    assert not MEASURES["value_wanted"].is_apart(close)
    assert MEASURES["value_wanted"].is_apart(close | {"length": 10})


def test_the_key_names_the_margin() -> None:
    """What is bold is explained in the units of the score, where anything is."""
    apart, close = (pd.DataFrame([row("unmet", 0.7, again)]) for again in (0.5, 0.69))
    bold = "Expected in bold: the two differ by more than"
    assert MEASURES["unmet"].key(apart).endswith(f"{bold} 5 percentage points.")
    assert "bold" not in MEASURES["unmet"].key(close)
    assert MEASURES["opportunity"].key(pd.DataFrame([row("opportunity", 9.0, 7.0)])).endswith(f"{bold} half a point.")


def test_value_wanted_has_a_decimal_less_on_a_long_scale() -> None:
    """In the points of 0 to 100 it is printed to a tenth, so that it stays in its column."""
    wanted = MEASURES["value_wanted"]
    long = row("value_wanted", 38.4, 36.28) | {"length": 100}
    assert (wanted.measured(long), wanted.expected(long)) == ("38.4", "36.3 (36.2–36.4)")
    assert wanted.measured(long | {"length": 10}) == "38.40"
