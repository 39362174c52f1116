"""A report with every part, by hand."""

from jtbd_core.report.report import (
    Bar,
    Delivered,
    Difference,
    Figure,
    Figures,
    ForWhom,
    Goal,
    Goals,
    Mark,
    Part,
    Ranking,
    Report,
    Row,
    Solution,
    Solutions,
    Texts,
)

KINDS = ("functional", "emotional", "social")


def rows(many: int, statement: str = "I do not feel alone with my worries") -> tuple[Row, ...]:
    """Return the first rows of a list of so many outcomes, of which three contend."""
    return tuple(
        Row(
            letter="ABC"[n] if n < 3 else "",
            statement=f"{statement} {n}",
            kind=KINDS[n % 3],
            is_strong=n < 3,
            value=f"{55 - n} %",
            expected=f"{49 - n} ({36 - n}–{63 - n})",
            is_apart=n == 0,
            people=str(140 + n),
            mark=Mark(0.55 - n / 100, 0.49 - n / 100, 0.36 - n / 100, 0.63 - n / 100),
        )
        for n in range(min(many, 12))
    )


def ranking(many: int, statement: str = "I do not feel alone with my worries") -> Ranking:
    """Return a list of so many outcomes."""
    ticks = tuple((at / 4, str(25 * at)) for at in range(5))
    title, axis = "Success outcomes: three contend for first place", "matters and falls short, % of people"
    return Ranking(title, axis, ticks, rows(many, statement), rated=many, contending=min(many, 3))


BAR = Bar(
    "A",
    "I do not feel alone",
    (Part("share_far_short", "31", 0.1, 0.41), Part("share_met", "29", 0.41, 0.7)),
    "value wanted 0.91",
)
REPORT = Report(
    study="Recover from knee surgery",
    language="en",
    context="Round 2 · 3–9 March 2026 · 141 people · everybody",
    headline="“I do not feel alone with my worries 0” matters and falls short for 55 % of 140 people.",
    lines=(
        ("", "Asked again, expect 48 % (37–62 %)."),
        ("Value wanted: ", "0.90 points on a scale of 5 over everybody."),
    ),
    asked="34 outcomes of the job “Recover”, rated for importance and experience, through an open link.",
    note="",
    ranking=ranking(14),
    delivered=Delivered(
        "What is delivered on the first, % of people",
        0.41,
        (("share_far_short", "short by 2 or more"), ("share_met", "met")),
        (BAR,),
    ),
    solutions=Solutions(
        "Rehab app: efficient",
        "",
        None,
        (Solution("■", "#0d9488", "Rehab app", "n 43", "6.9 (6.1–7.4)", "5.2 (4.7–5.8)"),),
    ),
    for_whom=ForWhom(
        "For whom, beyond noise",
        (Difference("Lives alone", "more", "matters and falls short more on “I feel alone”, 93 % against 35 %"),),
        "7 more differences are beyond noise.",
    ),
    origins=Texts("Where it comes from", ("“Judge” goes with 23 % of the variation.", "Goes with, not causes.")),
    key=Figures("Key outcomes: opportunity", (Figure("Minimize the time it takes", "15.8", "14.6 (12.4–16.4)"),)),
    goals=Goals(
        "Decided",
        (Goal("I walk: at most 50 %", "Ann · by 31 Mar 2026", "now 28 % (17–41)", "met", "✓ met"),),
        ("“I walk”: two nurses more (Bo)",),
    ),
    footer=(
        ("How sure: ", "Very likely 4 or 5 of the top 5 would be there too."),
        ("Limits: ", "Made on 10 March 2026."),
    ),
)
