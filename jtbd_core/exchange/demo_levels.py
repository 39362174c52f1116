"""The parameters of the latent model that generates the answers to the demo study; all figures are invented.

Each respondent has two random effects, called leanings, one for importance and one for experience. A rating is the
level of the outcome (`DEMO_LEVELS`) plus the leaning plus noise, rounded to 1–5. Importance depends on circumstances
(`SHIFTS`), not on the solution; experience depends on the solution, on the year (`YEARS`) and, where a success outcome
goes with a job step (`GOES_WITH`), on how that step went for the respondent. An outcome may not apply
(`NOT_APPLICABLE`); some respondents stop early, skip a rating, or give one answer to everything.

The story: streaming wins while people do the job (key outcomes: finding, starting, skipping), and loses in what
is left afterwards (success outcomes: music to keep, being moved, artists paid, habits kept private).
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from jtbd_core.wave.target import Aim


class Level(NamedTuple):
    """The mean importance of an outcome, and the mean experience with each solution (1–5)."""

    importance: float
    vinyl: float
    cassette: float
    cd: float
    streaming: float


DEMO_LEVELS: dict[str, Level] = {
    # decide, find, prepare: streaming is quick, and so rich that choosing takes longer
    "time-to-decide": Level(3.9, 3.4, 3.3, 3.3, 2.7),
    "songs-passed-over": Level(3.0, 3.5, 3.0, 3.4, 2.9),
    "artist-discovered": Level(4.3, 2.6, 2.4, 2.6, 3.5),
    "time-to-find": Level(4.1, 2.6, 2.1, 3.2, 4.4),
    "album-available": Level(4.2, 2.8, 2.3, 3.0, 3.9),
    "cost-to-hear": Level(3.7, 2.1, 3.0, 2.6, 4.3),
    "time-to-start": Level(3.5, 2.8, 3.1, 3.6, 4.4),
    "time-to-order": Level(3.2, 2.1, 2.6, 2.9, 4.3),
    "effort-to-bring": Level(3.5, 1.7, 3.6, 2.9, 4.5),
    # listen, adjust, keep: what is owned and touched is listened to; a stream is interrupted, and may vanish
    "distortion": Level(3.8, 3.5, 2.6, 4.2, 3.6),
    "interruptions": Level(4.4, 3.9, 3.6, 3.9, 2.4),
    "attention-drifts": Level(3.9, 4.2, 3.6, 3.5, 2.5),
    "audible-detail": Level(3.7, 4.3, 2.5, 4.1, 3.4),
    "time-to-learn-who": Level(3.3, 4.1, 3.5, 4.0, 3.3),
    "time-to-skip": Level(2.9, 2.5, 2.1, 4.2, 4.6),
    "loudness-varies": Level(3.1, 3.5, 2.8, 3.4, 3.8),
    "time-to-return": Level(2.8, 2.8, 2.2, 3.8, 4.2),
    "album-wears-out": Level(3.7, 2.4, 1.9, 3.6, 4.4),
    "album-disappears": Level(4.4, 4.0, 3.7, 4.0, 2.3),
    "room-taken": Level(2.8, 2.5, 2.9, 2.9, 4.6),
    # success outcomes: what is left when the music has ended
    "suits-occasion": Level(4.2, 3.0, 2.7, 3.0, 3.5),
    "knowledge-grown": Level(3.6, 3.1, 2.6, 2.8, 3.1),
    "artists-paid": Level(4.1, 3.0, 2.6, 2.9, 1.7),
    "mine-to-keep": Level(4.2, 3.9, 3.5, 3.7, 1.9),
    "habits-private": Level(4.0, 3.7, 3.7, 3.7, 1.8),
    "relaxed": Level(4.5, 3.5, 3.1, 3.4, 3.1),
    "moved": Level(4.4, 3.7, 2.8, 3.1, 2.6),
    "connected": Level(3.6, 3.7, 2.8, 3.0, 2.3),
    "proud": Level(3.0, 4.1, 3.1, 3.4, 2.5),
    "not-overwhelmed": Level(3.6, 3.6, 3.4, 3.5, 2.3),
    "knows-music": Level(2.9, 3.9, 2.9, 3.0, 3.0),
    "thoughtful-host": Level(3.1, 3.6, 2.6, 3.1, 3.4),
    "no-nuisance": Level(3.4, 3.1, 3.1, 3.2, 3.4),
    "not-stuck": Level(2.7, 2.9, 2.3, 2.7, 3.8),
}
ORDINARY = Level(3.5, 3.3, 3.3, 3.3, 3.3)

SHIFTS: dict[tuple[str, str], dict[str, float]] = {
    # what a circumstance adds to the importance of outcomes
    ("place", "home"): {
        "audible-detail": 0.5,
        "thoughtful-host": 0.4,
        "no-nuisance": 0.3,
        "effort-to-bring": -0.8,
    },
    ("place", "move"): {
        "effort-to-bring": 1.1,
        "interruptions": 0.3,
        "loudness-varies": 0.7,
        "audible-detail": -0.6,
    },
    ("place", "work"): {
        "time-to-decide": 0.5,
        "time-to-start": 0.4,
        "attention-drifts": -1.0,
        "relaxed": -0.3,
    },
    ("frequency", "daily"): {
        "artist-discovered": 0.3,
        "knowledge-grown": 0.4,
        "cost-to-hear": 0.4,
        "knows-music": 0.4,
    },
    ("frequency", "rarely"): {"artist-discovered": -0.7, "knowledge-grown": -0.6, "album-wears-out": -0.5},
}


class Year(NamedTuple):
    """A year's round: its first and last moment, its people, what they use, and what they experienced otherwise.

    `shifts` are what is added to the experience with an outcome, compared with the latest year.
    """

    period: tuple[datetime, datetime]
    people: int
    solutions: Mapping[str, float]
    shifts: Mapping[str, float]


YEARS = {
    2022: Year(
        (datetime(2022, 5, 9, 8), datetime(2022, 5, 20, 18)),
        170,
        {"vinyl": 0.22, "cassette": 0.2, "cd": 0.3, "streaming": 0.28},
        {"habits-private": -1.6, "artist-discovered": -0.7, "interruptions": 0.7, "not-overwhelmed": 0.3},
    ),
    2024: Year(
        (datetime(2024, 5, 13, 8), datetime(2024, 5, 24, 18)),
        200,
        {"vinyl": 0.2, "cassette": 0.16, "cd": 0.26, "streaming": 0.38},
        {"habits-private": -1.6, "artist-discovered": -0.7},
    ),
    2026: Year(
        (datetime(2026, 5, 11, 8), datetime(2026, 5, 22, 18)),
        240,
        {"vinyl": 0.18, "cassette": 0.14, "cd": 0.22, "streaming": 0.46},
        {},
    ),
}
*_, DECIDED, LATEST = sorted(YEARS)
"""The year after whose round targets were set, and the latest one."""

TARGETS = (
    Aim(
        outcomes=("habits-private",),
        at_most=50,
        owner="Privacy team",
        due=date(2026, 3, 31),
        text="Nothing is passed on unless people ask for it.",
    ),
    Aim(
        outcomes=("artists-paid", "mine-to-keep"),
        at_most=50,
        owner="Catalog team",
        due=date(2026, 3, 31),
        text="Pay artists by what each person hears, and let people keep what they have paid for.",
    ),
)
"""What was decided after the round of 2024; the first is met in 2026, the second is not."""

GOES_WITH = {"not-overwhelmed": "decide", "moved": "listen", "mine-to-keep": "keep"}
"""The job step that each success outcome goes with; the others go with none."""

STEP, OUTCOME = 0.6, 0.8
"""Standard deviations of how a step went for a respondent: in its key outcomes, and in what goes with it."""


SHARES: dict[str, dict[str, float]] = {
    # how often an option is chosen; where people listen depends on what they use
    "frequency": {"daily": 0.5, "weekly": 0.35, "rarely": 0.15},
    "vinyl": {"home": 0.88, "move": 0.02, "work": 0.1},
    "cassette": {"home": 0.45, "move": 0.45, "work": 0.1},
    "cd": {"home": 0.6, "move": 0.25, "work": 0.15},
    "streaming": {"home": 0.35, "move": 0.35, "work": 0.3},
}

NOT_APPLICABLE: dict[tuple[str, str], float] = {
    # the share for whom an outcome does not apply; elsewhere it is SELDOM
    ("room-taken", "streaming"): 0.4,
    ("album-wears-out", "streaming"): 0.3,
    ("proud", "streaming"): 0.15,
    ("effort-to-bring", "vinyl"): 0.25,
    ("no-nuisance", "streaming"): 0.1,
}
SELDOM = 0.015

LEANING = (0.3, 0.3)  # standard deviation of a person's leaning: importance, experience
NOISE = (0.9, 0.9)  # standard deviation of a single rating
STOPS_EARLY, SKIPS, STRAIGHT = 0.12, 0.01, 0.03
