"""Targets as rows: zone, interval and verdict."""

from jtbd_core.charts.target_rows import TargetRow, target_rows, target_table, targets_description

NAN = float("nan")
ALL = "I am not alone; or I sleep; or I rest"
ROWS = [
    TargetRow("I can walk", "I can walk", "Ann · by 31 Mar 2026", 0.5, 0.86, 0.28, 0.17, 0.41, 40, "met"),
    TargetRow("I am not alone, or 2 others", ALL, "Bert · by 31 Mar 2026", 0.3, NAN, 0.49, 0.36, 0.63, 38, "not met"),
    TargetRow("I feel cheerful", "I feel cheerful", "Ann · by 31 Mar 2026", 0.4, 0.43, NAN, NAN, NAN, 0, "waits"),
]


def test_targets_are_told_in_words() -> None:
    """Each with its aim, what is now with its interval, and the verdict; what waits has no figures."""
    said = targets_description(ROWS)
    assert "I can walk, 86 % → at most 50 %: 28 % (17–41 %), met" in said
    assert f"{ALL}, at most 30 %: 49 % (36–63 %), not met" in said
    assert "I feel cheerful, 43 % → at most 40 %: not asked again yet." in said


def test_the_chart_is_valid_and_the_table_has_the_same_figures() -> None:
    """Shares are whole per cent; the verdict stands in the last column with its sign."""
    drawn = target_rows(ROWS).to_dict()
    assert all(one in str(drawn) for one in ("28 % (17–41 %)", "49 % (36–63 %)", "falls short, % of people"))
    target_rows(ROWS[2:]).to_dict()
    table = target_table(ROWS)
    assert table["Target"].tolist()[1] == ALL
    assert table["Now %"].tolist()[:2] == [28, 49]
    assert table["Verdict"].tolist() == ["✓ met", "✕ not met", "not asked again yet"]
