"""Changes of a few outcomes between two rounds."""

import pandas as pd

from jtbd_core.scoring.results import Changes

STATEMENTS = {
    "a": "I can walk without crutches",
    "b": "No complications",
    "c": "I feel cheerful",
    "d": "I am not alone",
}


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
            "step": 0.5 if by == "opportunity" else 0.05,
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
