"""One sentence per chart that says what it shows, for readers who cannot see it."""

from collections.abc import Sequence

import pandas as pd

from jtbd_core.charts.tooltips import interval
from jtbd_core.scoring.measures import MEASURES, has_bands

NAMED = 3  # outcomes named before the sentence counts the rest


def landscape_description(scores: pd.DataFrame, kind: str, people: int | None = None) -> str:
    """Describe the landscape of a kind: how many outcomes and people, who contends, how many are well served."""
    rated = _rated(scores)
    over = int((rated["satisfaction"] > rated["importance"]).sum())
    above = f"{int((rated['opportunity'] > 10).sum())} above opportunity 10; " if has_bands(scores) else ""
    return f"Landscape of {_counted(rated, people, kind)}. {_contenders(rated)} {above}{over} served well."


def list_description(scores: pd.DataFrame, by: str, kind: str, people: int | None = None) -> str:
    """Describe the list of a kind: how many outcomes and people, the score that orders it, and who contends."""
    rated = _rated(scores)
    counted = _counted(rated, people, kind)
    return f"{counted} by “{MEASURES[by].title}”: measured, and expected with 95 % intervals. {_contenders(rated)}"


def shortfall_description(scores: pd.DataFrame, people: int | None = None) -> str:
    """Describe the shortfall by dimension: in each, the outcome that falls short most often."""
    rated = _rated(scores)
    rated = rated[rated["kind"] != "key outcome"]
    worst = rated.sort_values("share_short", ascending=False, kind="stable").drop_duplicates("kind")
    facts = [
        f"{row['kind']}: {row['statement']}, {interval(row, 'share_short', 0, '%')}" for _, row in worst.iterrows()
    ]
    return (
        f"Share falling short of expectation for {_counted(rated, people)}. Most often: {'; '.join(facts) or 'none'}."
    )


def steps_description(scores: pd.DataFrame, steps: Sequence[str], people: int | None = None) -> str:
    """Describe the key outcomes by job step: the leader, and the step it belongs to."""
    rated = _rated(scores)
    rated = rated[(rated["kind"] == "key outcome") & rated["step"].isin(list(steps))]
    if rated.empty:
        return "Key outcomes by job step: nobody has rated one yet."
    by = "opportunity" if "opportunity" in rated else "value_wanted"
    leader = rated.sort_values(by, ascending=False, kind="stable").iloc[0]
    score = interval(leader, by, 1 if by == "opportunity" else 2)
    return (
        f"{by.replace('_', ' ').capitalize()} of {_counted(rated, people)}"
        f" in {len(steps)} job step{'' if len(steps) == 1 else 's'}."
        f" Highest: {leader['statement']} ({leader['step']}), {score}."
    )


def _rated(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the outcomes somebody rated."""
    return scores[scores["n"] > 0]


def _counted(rated: pd.DataFrame, people: int | None, kind: str = "outcome") -> str:
    """Return how many outcomes of a kind, and from how many people."""
    outcomes = f"{len(rated)} {kind}{'' if len(rated) == 1 else 's'}"
    return outcomes if people is None else f"{outcomes} from {people} {'person' if people == 1 else 'people'}"


def _contenders(rated: pd.DataFrame) -> str:
    """Return the sentence that names those that contend for the first place."""
    top = list(rated.loc[rated["tie_group"] == 1, "statement"])
    if not top:
        return "Nobody has rated an outcome yet."
    rest = len(top) - NAMED
    leads = "Leads" if len(top) == 1 else "Contend for first place"
    return f"{leads}: {'; '.join(top[:NAMED])}{f'; and {rest} more' if rest > 0 else ''}."
