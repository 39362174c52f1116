"""A small study and answers to it, for the tests of the store; its questions serve the form's too."""

import numpy as np
import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.form.texts import TEXTS
from jtbd_core.live.sharing import Request, Shared, share
from jtbd_core.study import Circumstance, Option, Outcome, Solution, Step, Study
from jtbd_core.wave import Answers, Rating

ANNA, BERT = "a" * 22, "b" * 22
"""The tokens of two people."""

SOLUTIONS = (Solution(id="post", name="Post office"), Solution(id="courier", name="Courier"))
CIRCUMSTANCES = (
    Circumstance(
        id="haste",
        question="How urgent was it?",
        options=(Option(id="low", label="Not urgent"), Option(id="high", label="Urgent")),
    ),
)

PARCEL = Study(
    title="Parcels",
    job="Send a package a long distance",
    steps=(Step(id="hand-over", name="Hand over", is_core=True),),
    outcomes=(
        Outcome(id="time", statement="Minimize the time it takes to hand over the package", step="hand-over"),
        Outcome(id="on-time", statement="The package is delivered on time", dimension="functional"),
        Outcome(
            id="undamaged",
            statement="The package is not damaged upon arrival",
            dimension="functional",
            polarity="avoid",
        ),
    ),
    solutions=SOLUTIONS,
    circumstances=CIRCUMSTANCES,
)


def in_every_language(*outcomes: Outcome) -> dict[str, dict[str, str]]:
    """Return translations with which a study is offered in each language of the form: the statements, as they are."""
    return {code: {f"outcome.{one.id}": one.statement for one in outcomes} for code in TEXTS if code != "en"}


def answers(*rows: tuple[str, str, float | None, float | None, bool]) -> pd.DataFrame:
    """Return ratings in the columns that the store takes and gives."""
    columns = ["respondent", "outcome", "importance", "experience", "not_applicable"]
    return pd.DataFrame(list(rows), columns=columns)


def rated(outcome: str, importance: int | None = None, experience: int | None = None) -> Answers:
    """Return the saving of one rating."""
    return Answers(ratings=(Rating(outcome=outcome, importance=importance, experience=experience),))


def all_shared(_: Study, shared: Shared) -> Shared:
    """Return what may be shared, its ratings as a frame."""
    ratings = shared.ratings
    outcome, person = np.nonzero(ratings.cells)
    number = ratings.cells[outcome, person]
    names = {"respondent": [ratings.respondents[one] for one in person.tolist()]}
    names["outcome"] = [ratings.outcomes[one] for one in outcome.tolist()]
    codes = {"importance": ratings.importance[number], "experience": ratings.experience[number]}
    return shared._replace(ratings=pd.DataFrame(names, dtype="str").assign(**codes))


def shared(store: Store, wave_id: str, request: Request = Request()) -> Shared:  # noqa: B008 - a value
    """Return what may be shared of a wave of the small study now."""
    return share(store, PARCEL, store.wave(wave_id), request, all_shared)
