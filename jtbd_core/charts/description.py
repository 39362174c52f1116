"""One sentence per chart that says what it shows, for readers who cannot see it."""

from collections.abc import Sequence

import pandas as pd

from jtbd_core.charts.tooltips import interval

NAMED = 3  # outcomes named before the sentence counts the rest


def landscape_description(scores: pd.DataFrame, people: int | None = None) -> str:
    """Describe the opportunity landscape: how many outcomes, how many people, who leads, how many exceed 10."""
    rated = _rated(scores)
    above = int((rated["opportunity"] > 10).sum())
    over = int((rated["satisfaction"] > rated["importance"]).sum())
    return (
        f"Opportunity landscape of {_counted(rated, people)}. {_tops(rated)}"
        f" Opportunity above 10: {above}; over-served: {over}."
    )


def list_description(scores: pd.DataFrame, by: str = "opportunity", people: int | None = None) -> str:
    """Describe the ranking: how many outcomes and tie groups, and who leads."""
    rated = _rated(scores)
    groups = rated["tie_group"].nunique()
    return (
        f"{_counted(rated, people).capitalize()} by {by.replace('_', ' ')} with 95 % intervals,"
        f" in {groups} tie group{'' if groups == 1 else 's'}. {_top_group(rated)}"
    )


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


def _counted(rated: pd.DataFrame, people: int | None) -> str:
    """Return how many outcomes, and from how many people."""
    outcomes = f"{len(rated)} outcome{'' if len(rated) == 1 else 's'}"
    return outcomes if people is None else f"{outcomes} from {people} {'person' if people == 1 else 'people'}"


def _tops(rated: pd.DataFrame) -> str:
    """Return the sentences that name the top tie group of each kind: key and success outcomes are ranked apart."""
    is_key = rated["kind"] == "key outcome"
    parts = {"success outcomes": rated[~is_key], "key outcomes": rated[is_key]}
    if any(part.empty for part in parts.values()):
        return _top_group(rated)
    return " ".join(_top_group(part, f"Top {name}") for name, part in parts.items())


def _top_group(rated: pd.DataFrame, name: str = "Top group") -> str:
    """Return the sentence that names the top tie group."""
    top = list(rated.loc[rated["tie_group"] == 1, "statement"])
    if not top:
        return "Nobody has rated an outcome yet."
    rest = len(top) - NAMED
    return f"{name}: {'; '.join(top[:NAMED])}{f'; and {rest} more' if rest > 0 else ''}."
