"""A part of the demo study with generated answers, whose groups are compared."""

import pandas as pd
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.snapshot import Snapshot, whole_snapshot

DEMO = demo_study()
STUDY = replace(DEMO, outcomes=(*DEMO.success_outcomes[:6], *DEMO.key_outcomes[:4]))
SUCCESS, KEY = "success outcomes", "key outcomes"


def snapshot_of(people: int, rounds: int = 1) -> Snapshot:
    """Return all answers of so many generated people in each of so many rounds."""
    answers = {}
    for number in range(1, rounds + 1):
        ratings, profiles = demo_answers(STUDY, people, seed=number)
        said = [(person, *answer) for person, given in profiles.items() for answer in given.items()]
        answers[str(number)] = ratings, pd.DataFrame(said, columns=["respondent", "question", "option"])
    return whole_snapshot(STUDY, answers)
