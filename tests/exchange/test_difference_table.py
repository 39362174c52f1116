"""Differences as a table."""

import pandas as pd

from jtbd_core.exchange.difference_table import difference_table


def test_marked_differences_come_first() -> None:
    """The largest of them first; p-values have two decimals, and shares are in per cent."""
    table = pd.DataFrame(
        {
            "statement": ["I walk", "I sleep", "I rest"],
            "group": "Booklet",
            "question": "solution",
            "n": 12,
            "n_others": 28,
            "score": [0.9, 0.5, 0.2],
            "others": [0.1, 0.3, 0.6],
            "difference": [0.8, 0.2, -0.4],
            "difference_low": [0.1, 0.0, -0.5],
            "difference_high": [0.9, 0.3, -0.1],
            "p": [0.2, 0.001, 0.014],
            "mark": ["", "more", "less"],
        }
    )
    found = difference_table(table, "unmet", {"solution": "Solution"})
    assert found["Outcome"].tolist() == ["I rest", "I sleep", "I walk"]
    assert found["p"].tolist() == ["0.01", "< 0.01", "0.20"]
    assert found["Matters and falls short"].tolist() == [20.0, 50.0, 90.0]
    assert found["95 %"].tolist() == ["−50 to −10", "0 to +30", "+10 to +90"]
    assert found["Beyond noise"].tolist() == ["less", "more", ""]
