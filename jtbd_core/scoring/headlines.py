"""What a list of outcomes shows, in sentences: who leads, what to expect when asked again, and the value wanted."""

from jtbd_core.scoring.bands import LIKELY
from jtbd_core.scoring.measures import COUNTS, LONG, MEASURES, Row, has_bands
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
    return _among(finding(first, by, statement, verb), rated[rated["tie_group"] == 1], by)


def headline_of(shown: Scores, kind: str, by: str, order: str) -> str:
    """Return what a list shows whose rows are in the order of the score `by`, and what leads by the kind's own `order`.

    The latter is left out where the first row alone leads by both.
    """
    rated = shown[shown["n"] > 0]
    if rated.empty or by == order:
        return headline(shown, kind, by)
    first = rated.iloc[0]
    if not float(MEASURES[by].number(first)):
        return f"None of {len(rated)} {kind} falls short for anybody."
    verb = "has" if len(rated) == 1 else "has so far the most" if rivals(shown, by) else "has the most"
    said = finding(first, by, f"“{first['statement']}”", verb)
    return f"{said} {_led(rated, order)}".strip()


def rivals(shown: Scores, by: str) -> str:
    """Return how many other rows may as well be first by a score: their expected intervals reach into its own.

    Of the order of the kind itself the answers tell more: its tiers.
    """
    rated = shown[shown["n"] > 0]
    if rated.empty:
        return ""
    first, others = rated.iloc[0], rated.iloc[1:]
    many = int((others[f"{by}_expected_high"] >= first[f"{by}_expected_low"]).sum())
    return f"{_counted(many)} {'other' if many == 1 else 'others'} may be as high." if many else ""


def _led(rated: Scores, order: str) -> str:
    """Return what leads by the score that orders the kind, where it is not the first row alone."""
    leaders = rated[rated["tie_group"] == 1].sort_values(order, ascending=False, kind="stable")
    over, is_among, many = f"By “{MEASURES[order].title}”", rated["tie_group"].iloc[0] == 1, len(leaders)
    if many == 1:
        return "" if is_among else f"{over}, “{leaders['statement'].iloc[0]}” leads."
    if is_among:
        return f"{over} it is one of {_counted(many).lower()} at the top, too close to rank."
    return (
        f"{over}, “{leaders['statement'].iloc[0]}” is at the top, with {_counted(many - 1).lower()} too close to rank."
    )


def finding(row: Row, by: str, name: str, verb: str = "has") -> str:
    """Return the score of an outcome as a sentence that begins with its name: "A matters … for 55 % of …"."""
    measure = MEASURES[by]
    if measure.unit:
        return f"{name} {measure.title} for {measure.measured(row)} of the {row['n']:,} people who rated it."
    if by == "value_wanted":
        return f"{name} {verb} {measure.title}, {measure.measured(row)} {points_of(row)} over everybody."
    return f"{name} {verb} {measure.title} {measure.measured(row)}{measure.most}."


def points_of(row: Row) -> str:
    """Return of which scale a number of points is: "points on a scale of 5", "points on a scale of 0 to 100"."""
    length = int(row["length"])
    return f"points on a scale of {length + 1 if length <= LONG else f'0 to {length}'}"


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
    """Return of what the value wanted of the first outcome is made, and what it is over everybody.

    Of one other that contends for its place it is said too. Empty as `shortfall`.
    """
    if not (made := shortfall(scores)):
        return ""
    rated, measure = scores[scores["n"] > 0], MEASURES["value_wanted"]
    first, rivals = rated.iloc[0], rated[rated["tie_group"] == 1].iloc[1:]
    over = f"{measure.measured(first)} {points_of(first)}"
    also = f", of “{rivals['statement'].iloc[0]}” {measure.measured(rivals.iloc[0])}" if len(rivals) == 1 else ""
    return f"{made.removesuffix('.')}; over everybody that is {over}{also}."


def shortfall(scores: Scores) -> str:
    """Return for which share of people the first outcome falls short, and by how many points for each of these.

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
    return f"It falls short for {many} % of people{also}, by {_depth(first):.1f} points each on average."


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
        how = "satisfied (4 or 5 of 5)" if has_bands(rated) else "satisfied"
        return f"{10 * first['satisfaction']:.0f} % of people are {how}."
    met, exceeded = (f"{100 * first[share]:.0f}" for share in ("share_met", "share_exceeded"))
    return f"for {met} % of people it is met, for {exceeded} % exceeded."


def _among(said: str, leaders: Scores, by: str) -> str:
    """Return what is said of the first outcome with the other that contends for its place, or how many others do."""
    more, measure = len(leaders) - 1, MEASURES[by]
    if more == 1:
        other = leaders.iloc[1]
        also = f"“{other['statement']}” {'for' if measure.unit else 'has'} {measure.measured(other)}"
        return f"{said.removesuffix('.')}, {also}: too close to rank."
    return f"{said} {_counted(more)} more are too close to rank." if more else said


def _counted(many: int) -> str:
    return COUNTS[many] if many < len(COUNTS) else str(many)


def _band(row: Row) -> str:
    """Return the band of an opportunity as far as the answers tell."""
    if row["p_extreme"] >= LIKELY:
        return "It is extreme."
    if row["p_high"] < LIKELY:
        return ""
    unsure = "; whether it is extreme the answers cannot tell" if row["p_extreme"] > 1 - LIKELY else ""
    return f"It is at least high{unsure}."
