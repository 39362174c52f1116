"""Slopes and the list of changes: what is coloured, named and said in words."""

import pandas as pd
import pytest

from jtbd_core.charts.change_words import change_description, change_key, changes_headline, listed
from jtbd_core.charts.registry import spec_of
from jtbd_core.charts.slopes import change_list, slopes
from jtbd_core.scoring.results import Changes

STATEMENTS = {
    "a": "I can walk without crutches",
    "b": "No complications",
    "c": "I feel cheerful",
    "d": "I am not alone",
}
ROUNDS = {"1": "Round 1", "2": "In spring"}


def changed(*verdicts: str, by: str = "unmet") -> Changes:
    """Return changes of one outcome for each verdict."""
    sizes = {"less": -0.58, "more": 0.4, "cannot tell": -0.1, "unchanged": 0.02}
    rows = [
        {
            "outcome": outcome,
            "n_before": 14,
            "before": 0.6 - sizes[verdict] / 2,
            "n": 40,
            "now": 0.6 + sizes[verdict] / 2,
            "difference": sizes[verdict],
            "difference_low": sizes[verdict] - 0.15,
            "difference_high": sizes[verdict] + 0.15,
            "is_marked": verdict in ("less", "more"),
            "verdict": verdict,
            "within": 0.2 if verdict == "unchanged" else float("nan"),
        }
        for outcome, verdict in zip(STATEMENTS, verdicts, strict=False)
    ]
    scores = [
        {"round": name, "outcome": row["outcome"], "n": n, "score": score, "low": score - 0.1, "high": score + 0.1}
        for row in rows
        for name, n, score in (("1", 14, row["before"]), ("2", 40, row["now"]))
    ]
    return Changes({"success outcomes": by}, pd.DataFrame(scores), pd.DataFrame(rows))


ALL = changed("unchanged", "cannot tell", "less", "more")


def test_changes_stand_first_and_are_told_in_words_and_shapes() -> None:
    """Then comes what cannot be told, then what is unchanged; each verdict has a sign of its own."""
    table = listed(ALL, "unmet", STATEMENTS)
    assert table["told"].tolist() == ["▼ fewer unmet", "▲ more unmet", "? cannot tell", "= within ±20"]
    assert table[["figures", "interval"]].iloc[0].tolist() == ["89 → 31 %", "−73 to −43"]
    assert listed(changed("less", by="opportunity"), "opportunity", STATEMENTS)["told"].tolist() == [
        "▼ less opportunity"
    ]


def test_the_headline_says_what_changed_and_what_cannot_be_told() -> None:
    """One change is named with its figures, several with the largest, none is said."""
    only = changed("less", "cannot tell")
    assert changes_headline(only, "unmet", STATEMENTS, "round 1") == (
        "One outcome changed since round 1: “I can walk without crutches” is unmet for 31 %, it was 89 %. "
        "For 1 of 2 the answers cannot tell."
    )
    assert changes_headline(ALL, "unmet", STATEMENTS, "“Spring”").startswith(
        "2 outcomes changed since “Spring”. The largest change: “I feel cheerful” is unmet for 31 %"
    )
    assert changes_headline(changed("unchanged"), "unmet", STATEMENTS, "round 1") == (
        "Nothing changed beyond noise since round 1."
    )


def test_the_description_and_the_key_say_what_is_shown() -> None:
    """Changes are named with figures; the key tells how many outcomes were looked at and how many are in the table."""
    assert change_description(ALL, "unmet", STATEMENTS, "round 1", "round 2") == (
        "2 of 4 outcomes changed from round 1 to round 2 (matters and falls short): I feel cheerful: 89 → 31 %; "
        "I am not alone: 40 → 80 %. Cannot tell: 1."
    )
    assert "of 4 outcomes" in change_key("unmet", 4)
    assert change_key("unmet", 30).startswith("18 more in the table.")
    assert "±2. " in change_key("opportunity", 4)


@pytest.mark.parametrize("verdicts", [("less", "more", "cannot tell", "unchanged"), ("unchanged",)])
def test_the_charts_are_valid(verdicts: tuple[str, ...]) -> None:
    """Vega-Lite accepts both, with and without something that changed."""
    found = changed(*verdicts)
    for chart in (slopes(found, "unmet", ROUNDS, STATEMENTS), change_list(found, "unmet", STATEMENTS)):
        chart.to_dict()
        assert spec_of(chart)["layer"]
