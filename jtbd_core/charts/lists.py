"""The lists: outcomes by rank, by dimension and by job step, each measured, expected with its interval, and its n."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts.contours import BANDS
from jtbd_core.charts.places import Score
from jtbd_core.charts.rows import row_list, under_headings
from jtbd_core.charts.ticks import axis_title, score_ticks
from jtbd_core.charts.tooltips import with_tooltips
from jtbd_core.scoring.measures import MEASURES, has_bands
from jtbd_core.study import DIMENSIONS

MOST_ROWS = 12
"""Outcomes in a list by rank; more would push what stands below it out of reach, and are counted."""

CONTEND, BELOW = 1, 2
BESIDE_WANTED = 30
"""Characters in a line of a statement that has its value wanted beside it on a phone."""


class Look(NamedTuple):
    """How a list is drawn: the letters of the landscape by outcome, how many rows at most, scores that share its axis.

    Without `beside` the axis has room for the list alone.
    """

    letters: Mapping[str, str] = {}
    most: int = MOST_ROWS
    beside: pd.DataFrame | None = None


ALONE = Look()


def interval_list(scores: pd.DataFrame, by: str = "opportunity", look: Look = ALONE) -> alt.LayerChart:
    """Draw the list by rank: those that contend for the first place, and those below them.

    `by` is the score the frame was ordered by. The axis of opportunity has Ulwick's bands where the scale has them.
    """
    return row_list(by_rank(_rated(scores, by), look), _score(scores, by, look))


def wanted_list(scores: pd.DataFrame, look: Look) -> alt.LayerChart:
    """Draw the outcomes of a list by their value wanted, the largest first."""
    rows = by_size(_rated(scores, "value_wanted"), "value_wanted", look, "Most value wanted first")
    return row_list(rows, _score(scores, "value_wanted", look))


def by_size(rated: pd.DataFrame, name: str, look: Look, heading: str) -> pd.DataFrame:
    """Return the first rows of a list in the order of a score that is not its own, the largest first."""
    shown = rated.sort_values(name, ascending=False, kind="stable").head(look.most)
    letters = look.letters
    rows = shown.assign(
        is_strong=shown["tie_group"] == 1, letter=[letters.get(outcome, "") for outcome in shown["outcome"]]
    )
    return under_headings(rows, pd.Series(1, index=rows.index), {1: heading})


def by_rank(rated: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Return the first rows of a list by rank under the headings of those that contend, and of those below them."""
    shown, letters = rated.head(look.most), look.letters
    contends = shown["tie_group"] == 1
    group = contends.map({True: CONTEND, False: BELOW})
    leads = "The only outcome that was rated" if len(rated) == 1 else "Leads"
    headings = {CONTEND: leads if contends.sum() == 1 else "Contend for first place · too close to rank"}
    if not contends.all():
        is_certain = shown.loc[~contends, "tie_group"].is_unique
        headings[BELOW] = "Below them" if is_certain else "Below them · their order is not certain"
    rows = shown.assign(is_strong=contends, letter=[letters.get(outcome, "") for outcome in shown["outcome"]])
    return under_headings(rows, group, headings)


def list_key(scores: pd.DataFrame, key: str, most: int) -> str:
    """Return what the marks of a list by rank mean, its `key`, after how many of the outcomes it shows at most."""
    rated = scores[scores["n"] > 0]
    rest = rated.iloc[most:]
    if rest.empty:
        return key
    contend = int((rest["tie_group"] == 1).sum())
    too = f"; {contend} of the others contend too" if contend else ""
    return f"Shown: {most} of {len(rated)} outcomes{too}. {key}"


def shortfall_by_dimension(scores: pd.DataFrame) -> alt.LayerChart:
    """Draw the share of people for whom each success outcome falls short, most first within its dimension.

    The value wanted, in points over everybody, stands beside it. Raises ValueError for a kind it does not know.
    """
    rated = _rated(scores[scores["kind"] != "key outcome"], "share_short")
    rated = rated.sort_values(["share_short", "value_wanted"], ascending=False, kind="stable")
    if unknown := set(rated["kind"]) - set(DIMENSIONS):
        raise ValueError(f"There is no dimension of success called {sorted(unknown)}.")
    people = {kind: _span(rated.loc[rated["kind"] == kind, "n"]) for kind in DIMENSIONS if kind in set(rated["kind"])}
    headings = {kind: f"{kind.capitalize()} · n {span}" for kind, span in people.items()}
    wanted = "wanted " + rated["value_wanted"].map("{:.2f}".format).astype(str)
    rows = rated.assign(last=wanted, is_strong=True, letter="")
    score = _score(scores, "share_short", ALONE)._replace(last=82, has_legend=False)
    return row_list(under_headings(rows, rows["kind"], headings, BESIDE_WANTED), score)


def key_outcomes_by_step(scores: pd.DataFrame, steps: Sequence[str]) -> alt.LayerChart:
    """Draw the key outcomes under the job step each belongs to, steps in the order given, best first within a step.

    Shows opportunity, or value wanted where importance was not asked. A step without a rated key outcome says
    so.
    """
    by = "opportunity" if "opportunity" in scores else "value_wanted"
    rated = _rated(scores[scores["kind"] == "key outcome"], by)
    filled = set(rated["step"])
    headings = {
        step: f"{number}  {step}" if step in filled else f"{number}  {step} – nothing rated"
        for number, step in enumerate(steps, start=1)
    }
    rows = rated.assign(is_strong=rated["tie_group"] == 1, letter="")
    return row_list(under_headings(rows, rows["step"], headings), _score(rated, by, ALONE))


def _rated(scores: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the outcomes somebody rated, with their tooltips and their figures as texts."""
    rated, measure = with_tooltips(scores[scores["n"] > 0], by), MEASURES[by]
    rows = [row for _, row in rated.iterrows()]
    return rated.assign(
        value=[measure.measured(row) for row in rows],
        expected=[measure.expected(row) for row in rows],
        last="n " + rated["n"].astype(int).astype(str),
        is_apart=[measure.is_apart(row) for row in rows],
    )


def _score(scores: pd.DataFrame, by: str, look: Look) -> Score:
    """Return the score to show, with the legend of kinds where there are several."""
    measure = MEASURES[by]
    ticks = score_ticks(scores if look.beside is None else look.beside, measure)
    bands = BANDS if by == "opportunity" and has_bands(scores) else ()
    return Score(measure, axis_title(measure), (0, ticks[-1]), ticks, bands, has_legend=True)


def _span(people: pd.Series) -> str:
    """Return the fewest and the most people who rated one outcome, such as `11–12`."""
    fewest, most = int(people.min()), int(people.max())
    return str(most) if fewest == most else f"{fewest}–{most}"
