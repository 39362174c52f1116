"""What a list of outcomes shows, in sentences: who leads, what to expect when asked again, and the value wanted."""

from jtbd_core.scoring.bands import LIKELY
from jtbd_core.scoring.measures import COUNTS, MEASURES, Row, has_bands
from jtbd_core.scoring.results import Scores


def headline(scores: Scores, kind: str, by: str) -> str:
    """Return what a list shows in one or two sentences; `kind` is such as "success outcomes", `by` its order."""
    rated = scores[scores["n"] > 0]
    if rated.empty:
        return f"No {kind} can be shown yet: too few people have rated them."
    first, measure = rated.iloc[0], MEASURES[by]
    statement = f"“{first['statement']}”"
    if not float(measure.number(first)) and measure.unit:
        return f"None of {len(rated)} {kind} {measure.title} for anybody."
    leaders = int((rated["tie_group"] == 1).sum())
    if leaders == len(rated) > 1:
        highest = finding(first, by, statement)
        return f"The answers cannot tell {len(rated)} {kind} apart yet. The highest so far: {highest}"
    verb = "has" if len(rated) == 1 else f"leads the {kind} with"
    return f"{finding(first, by, statement, verb)} {_close(rated[rated['tie_group'] == 1])}".strip()


def finding(row: Row, by: str, name: str, verb: str = "has") -> str:
    """Return the score of an outcome as a sentence that begins with its name: "A matters … for 55 % of …"."""
    measure = MEASURES[by]
    if measure.unit:
        return f"{name} {measure.title} for {measure.measured(row)} of the {row['n']:,} people who rated it."
    return f"{name} {verb} {measure.title} {measure.measured(row)}{measure.most}."


def expectation(scores: Scores, by: str) -> str:
    """Return what score to expect of the first outcome when people like these are asked again, and its band.

    A band is named where it is `LIKELY`. Empty where nobody rated.
    """
    rated = scores[scores["n"] > 0]
    if rated.empty:
        return ""
    first, measure = rated.iloc[0], MEASURES[by]
    expected = measure.expected(first, measure.unit)
    is_luck = measure.is_apart(first) and first[by] > first[f"{by}_expected"]
    luck = f"Asked again, expect {expected}: with {first['n']} people part of a lead is luck."
    said = luck if is_luck else f"Expected when asked again: {expected}."
    return f"{said} {_band(first)}".strip() if by == "opportunity" and has_bands(rated) else said


def wanted(scores: Scores) -> str:
    """Return the value wanted of the first outcome: for which share of people it falls short, and by how much.

    Empty where nobody rated or nobody falls short.
    """
    rated = scores[scores["n"] > 0]
    if rated.empty or not round(100 * rated["share_short"].iloc[0]):
        return ""
    first = rated.iloc[0]
    many = f"{100 * first['share_short']:.0f}"
    unmet = MEASURES["unmet"].number(first) if "importance" in rated else ""
    whole = "all of them call it important" if unmet == many else f"for {unmet} % it is important too"
    also = f" ({whole})" if unmet else ""
    return f"it falls short for {many} % of people{also}: they want {_depth(first):.1f} scale points more on average."


def wanted_parts(scores: Scores) -> str:
    """Return of what the value wanted of the first outcome is made; empty where it falls short for nobody."""
    first = scores.iloc[0] if len(scores) else None
    if first is None or not first["share_short"] > 0:
        return ""
    wants, short = (MEASURES[name].measured(first) for name in ("value_wanted", "share_short"))
    made = f"{wants} ≈ {short} for whom it falls short × {_depth(first):.1f} points on average"
    return f"“{first['statement']}”: {made}."


def _depth(row: Row) -> float:
    """Return by how many scale points an outcome falls short on average, for those it falls short for."""
    return float(row["value_wanted"] / row["share_short"])


def delivered_to(scores: Scores) -> str:
    """Return the value delivered by the first outcome: for which share of people it is met, and for which exceeded.

    Empty where nobody rated.
    """
    rated = scores[scores["n"] > 0]
    if rated.empty:
        return ""
    first = rated.iloc[0]
    if first["scale"] == "satisfaction":
        how = "very or extremely satisfied" if has_bands(rated) else "satisfied"
        return f"{10 * first['satisfaction']:.0f} % of people are {how}."
    met, exceeded = (f"{100 * first[share]:.0f}" for share in ("share_met", "share_exceeded"))
    return f"for {met} % of people it is met, for {exceeded} % exceeded."


def _close(leaders: Scores) -> str:
    """Return which other outcome contends for the first place, or how many others do."""
    more = len(leaders) - 1
    if more == 1:
        return f"“{leaders['statement'].iloc[1]}” is too close to it to rank."
    count = COUNTS[more] if more < len(COUNTS) else str(more)
    return f"{count} more are too close to rank." if more else ""


def _band(row: Row) -> str:
    """Return the band of an opportunity as far as the answers tell."""
    if row["p_extreme"] >= LIKELY:
        return "It is extreme."
    if row["p_high"] < LIKELY:
        return ""
    unsure = "; whether it is extreme the answers cannot tell" if row["p_extreme"] > 1 - LIKELY else ""
    return f"It is at least high{unsure}."
