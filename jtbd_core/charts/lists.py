"""The lists: outcomes by tie group, by dimension and by job step, each with its interval and its n."""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from jtbd_core.charts.letters import letters
from jtbd_core.charts.rows import Score, row_list, under_headings
from jtbd_core.charts.tooltips import with_tooltips
from jtbd_core.study import DIMENSIONS

Ranked = Literal["opportunity", "unmet", "value_wanted", "share_short"]

OPPORTUNITY = Score("opportunity", "Opportunity", (0, 20), (0, 5, 10, 12, 15, 20), marks=(10, 12, 15))
UNMET = Score("unmet", "Matters and falls short", (0, 1), (0, 0.25, 0.5, 0.75, 1), format=".0%", has_bar=True)
SHARE_SHORT = Score(
    "share_short",
    "Share falling short",
    (0, 1),
    (0, 0.25, 0.5, 0.75, 1),
    format=".0%",
    has_bar=True,
    has_legend=False,
)


def interval_list(
    scores: pd.DataFrame, by: Ranked = "opportunity", *, deepest: int = 4, with_letters: bool = False
) -> alt.LayerChart:
    """Draw the ranking as tie groups: a heading per group, and in it each outcome's score with its 95 % interval.

    `by` is the score the frame was ordered by. Opportunity runs from 0 to 20 with marks at 10, 12 and 15;
    value wanted from 0 to `deepest`, the largest shortfall that the scale allows: its anchor − 1.
    `with_letters` sets the landscape's letters before the statements they stand for.
    """
    rated = _rated(scores)
    if with_letters:
        letter = rated["outcome"].map(letters(scores)).map("{} · ".format, na_action="ignore").fillna("").astype(str)
        rated = rated.assign(statement=letter + rated["statement"].astype(str))
    sizes = rated["tie_group"].value_counts().sort_index()
    headings = {group: _heading(int(str(group)), size) for group, size in sizes.items()}
    rows = rated.assign(value=_number(rated, by), note=_people(rated), is_strong=rated["tie_group"] == 1)
    return row_list(under_headings(rows, rows["tie_group"], headings), _score(by, deepest))


def shortfall_by_dimension(scores: pd.DataFrame) -> alt.LayerChart:
    """Draw the share of people for whom each success outcome falls short, most first within its dimension.

    The value wanted, in scale points, stands beside it. Raises ValueError for a kind of outcome it does not know.
    """
    rated = _rated(scores[scores["kind"] != "key outcome"])
    rated = rated.sort_values(["share_short", "value_wanted"], ascending=False, kind="stable")
    if unknown := set(rated["kind"]) - set(DIMENSIONS):
        raise ValueError(f"There is no dimension of success called {sorted(unknown)}.")
    people = {kind: _span(rated.loc[rated["kind"] == kind, "n"]) for kind in DIMENSIONS if kind in set(rated["kind"])}
    headings = {kind: f"{kind.capitalize()} · n {span}" for kind, span in people.items()}
    share = (100 * rated["share_short"]).round().astype(int).astype(str) + " %"
    wanted = "wants " + _number(rated, "value_wanted")
    rows = rated.assign(value=share, note=wanted, is_strong=True)
    return row_list(under_headings(rows, rows["kind"], headings), SHARE_SHORT)


def key_outcomes_by_step(scores: pd.DataFrame, steps: Sequence[str], deepest: int = 4) -> alt.LayerChart:
    """Draw the key outcomes under the job step each belongs to, steps in the order given, best first within a step.

    Shows opportunity, or value wanted where importance was not asked. A step without a rated key outcome says
    so. `deepest` is as in `interval_list`.
    """
    rated = _rated(scores)
    rated = rated[rated["kind"] == "key outcome"]
    by: Ranked = "opportunity" if "opportunity" in rated else "value_wanted"
    filled = set(rated["step"])
    headings = {
        step: f"{number}  {step}" if step in filled else f"{number}  {step} – nothing rated"
        for number, step in enumerate(steps, start=1)
    }
    is_top = rated["tie_group"] == 1
    note = is_top.map({True: "top · ", False: ""}).astype(str) + _people(rated)
    rows = rated.assign(value=_number(rated, by), note=note, is_strong=is_top)
    return row_list(under_headings(rows, rows["step"], headings), _score(by, deepest))


def _rated(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the outcomes somebody rated, with their tooltips."""
    return with_tooltips(scores[scores["n"] > 0])


def _score(by: Ranked, deepest: int) -> Score:
    """Return the score to show."""
    if by in (fixed := {one.name: one for one in (OPPORTUNITY, UNMET, SHARE_SHORT)}):
        return fixed[by]
    return Score("value_wanted", "Value wanted (scale points)", (0, deepest), tuple(range(deepest + 1)), has_bar=True)


def _heading(group: int, size: int) -> str:
    """Return a tie group's heading, with how many outcomes are too close to rank."""
    name = "Top group" if group == 1 else f"Group {group}"
    return name if size == 1 else f"{name} · {size} too close to rank"


def _number(rated: pd.DataFrame, score: Ranked) -> pd.Series:
    """Return the score as it is printed beside its dot."""
    formats = {"opportunity": "{:.1f}", "value_wanted": "{:.2f}"}
    return rated[score].map(formats.get(score, "{:.0%}").format).astype(str)


def _people(rated: pd.DataFrame) -> pd.Series:
    """Return how many people rated each outcome, as it is printed under the score."""
    return "n " + rated["n"].astype(int).astype(str)


def _span(people: pd.Series) -> str:
    """Return the fewest and the most people who rated one outcome, such as `11–12`."""
    fewest, most = int(people.min()), int(people.max())
    return str(most) if fewest == most else f"{fewest}–{most}"
