"""The tables of `python -m tests.bench.honesty`."""

import math
from collections.abc import Iterable, Mapping

from tests.claims import MORE, TOP, Cell, Claims
from tests.rates import Verdict, rate_of

Figures = Mapping[Cell, list[Claims]]

COVERED = ("all outcomes", "five leaders", "leader", "true rank", "all true ranks", "first group holds the leader")
ENDS = ("truth near 0", "truth near 20")
SENTENCES = (
    "surely among the top five",
    "surprises",
    "high opportunity",
    "extreme opportunity",
    "falls short for",
    "points higher or lower",
)


def print_all(figures: Figures, by: str) -> None:
    """Print all tables; scores are in the units of `by`."""
    print_cells(figures, 1 if by == "opportunity" else 100, "points" if by == "opportunity" else "per cent")
    pooled = [one for studies in figures.values() for one in studies]
    print_ends(figures)
    print_chances(pooled)
    print_top(figures)
    print_sentences(pooled)
    print_splits(figures)


def print_cells(figures: Figures, times: int, unit: str) -> None:
    """Print a line per cell: errors of the scores, and how often intervals and ranks hold the truth."""
    print(f"Excess of the leader and root mean square error in {unit}, expected (measured); then shares that hold")
    print(f"{'cell':<24} {'studies':>7}  {'excess':>14}  {'RMSE':>13}   all  five  lead  rank ranks group  wide")
    for cell, studies in figures.items():
        values = [times * rate_of(studies, f"leader's excess{which}").value for which in ("", ", measured")]
        errors = [times * math.sqrt(rate_of(studies, f"squared error{which}").value) for which in ("", ", measured")]
        shares = " ".join(f"{rate_of(studies, claim).value:5.2f}" for claim in COVERED)
        wide = rate_of(studies, "width of the first group").value
        print(
            f"{cell!s:<24} {len(studies):>7}  {values[0]:>+5.1f} ({values[1]:>+5.1f})  "
            f"{errors[0]:>5.2f} ({errors[1]:>5.2f}) {shares} {wide:>5.1f}"
        )


def print_ends(figures: Figures) -> None:
    """Print how often the intervals of truths near the ends of the range hold them, by the number of people."""
    print("\nIntervals of truths near the ends, all worlds: expected (plain)")
    for people, studies in by_people(figures):
        rates = [(rate_of(studies, end), rate_of(studies, f"{end}, plain interval")) for end in ENDS]
        shown = [
            f"{end} {one.value:.3f} ({plain.value:.3f}) of {one.said:,}"
            for end, (one, plain) in zip(ENDS, rates, strict=True)
        ]
        print(f"  {people:>5} people: {'; '.join(shown)}")


def print_chances(pooled: list[Claims]) -> None:
    """Print how often outcomes truly are in the top five, by the tenth in which P(top 5) lies."""
    print("\nP(top 5) of all outcomes: said / true")
    for tenth in range(10):
        said, true = (rate_of(pooled, f"P(top 5) {which}, tenth {tenth}") for which in ("said", "true"))
        print(f"  {said.value:.3f} / {true.value:.3f} ± {true.error:.3f} of {said.said:,}")


def print_top(figures: Figures) -> None:
    """Print what is said of the five that are shown, and what is true, by world and number of people."""
    print("\nThe five shown: P(top 5) said / true; expected number that belongs there, said / true")
    for world in dict.fromkeys(cell.world for cell in figures):
        for people, studies in by_people({cell: found for cell, found in figures.items() if cell.world == world}):
            claims = (
                "P(top 5) of the five, said",
                "P(top 5) of the five, true",
                "of the five, said",
                "of the five, true",
            )
            values = [rate_of(studies, claim).value for claim in claims]
            print(
                f"  {world:<7} {people:>5} people: {values[0]:.2f} / {values[1]:.2f}; {values[2]:.2f} / {values[3]:.2f}"
            )


def print_sentences(pooled: list[Claims]) -> None:
    """Print how often each sentence is said, and how often it is true."""
    print("\nSentences")
    for claim in SENTENCES:
        rate = rate_of(pooled, claim)
        print(f"  {claim}: said {rate.said:,} times, true {rate.value:.3f} ± {rate.error:.3f}")
    for more in MORE:
        said, gain = (rate_of(pooled, f"{more} more would hardly change that: {which}") for which in ("said", "gain"))
        print(
            f"  {more} more would hardly change that: said {gain.said:,} times, in {said.value:.2f} of the studies; "
            f"they truly add {gain.value:.2f} ± {gain.error:.2f} of the {TOP}"
        )
    hits, said = (rate_of(pooled, f"hits of five picks at random{which}") for which in ("", ", said of chance"))
    print(f"  {TOP} picks at random: {hits.value:.2f} ± {hits.error:.2f} hits, {said.value:.2f} said that chance gives")


def print_splits(figures: Figures) -> None:
    """Print how often rooms are called split, by how all people truly answer and the number of people."""
    print("\nRooms called split")
    for people, studies in by_people(figures):
        claims = sorted({claim for one in studies for claim in one if claim.startswith("split")})
        print(
            f"  {people:>5} people: "
            + "; ".join(f"{claim[7:]} {rate_of(studies, claim).value:.3f}" for claim in claims)
        )


def by_people(figures: Figures) -> Iterable[tuple[int, list[Claims]]]:
    """Give the studies of each number of people."""
    for people in sorted({cell.people for cell in figures}):
        yield people, [one for cell, studies in figures.items() if cell.people == people for one in studies]


def print_aims(verdicts: Iterable[Verdict]) -> None:
    """Print a line per aim: whether it is met, and the figure farthest off."""
    print(
        "\nAims, within two standard errors over all and three in a cell; the figure is that of the cell farthest off"
    )
    for aim, is_met, rate, where in verdicts:
        figure = f"{rate.value:.3f} ± {rate.error:.3f} of {rate.said:,} in {where}" if rate.said else where
        print(f"  {'met   ' if is_met else 'MISSED'}  {aim}: {figure}")
