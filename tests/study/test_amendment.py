"""Amendments of a launched study: typos against new meanings, and the log as it is read."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.errors import Refused
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Option, Study, study_from_json, study_to_json, translation
from jtbd_core.study.amendment import Amendment, amendment_rows, corrected, is_typo, without_added
from jtbd_core.study.offer import with_added_option
from tests.store.studies import PARCEL

STUDY = demo_study()
TIME = "Minimize the time it takes to hand over the package"
DAY = datetime(2026, 3, 1)


def ids(study: Study) -> list[str]:
    """Return the ids of all texts and outcomes."""
    return [*translation.texts(study), *(one.id for one in study.outcomes)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TIME, "Minimise the time it takes to hand over the package"),
        (TIME, "Minimize the time it takes to hand over a package"),
        (TIME, "Minimize time it takes to hand over the package"),
        (TIME, "Minimize the the time it takes to hand over the package"),
        ("The package is delivred on time", "The package is delivered on time"),
        ("Recieve the parcel", "Receive the parcel"),
        ("Hand over", "Hand-over"),
        ("Not urgent", "not urgent."),
    ],
)
def test_a_corrected_typo_is_no_new_meaning(before: str, after: str) -> None:
    """A letter, a capital, a full stop or an article is a typo, whichever way it is corrected."""
    assert is_typo(before, after)
    assert is_typo(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TIME, "Minimize the effort it takes to hand over the package"),
        (TIME, "Increase the time it takes to hand over the package"),
        ("The package is delivered on time", "The package is not delivered on time"),
        ("The package is delivered on time", "The package is delivered"),
        ("I feel sure that the package arrives", "I feel afraid that the package arrives"),
        ("Post office", "Courier"),
    ],
)
def test_another_word_is_a_new_meaning(before: str, after: str) -> None:
    """Another word among ten is no typo, nor is a *not*."""
    assert not is_typo(before, after)


@given(name=st.sampled_from(list(translation.texts(STUDY))), text=st.text("abc é–", min_size=1).filter(str.strip))
def test_a_correction_changes_one_text_alone(name: str, text: str) -> None:
    """Ids, scales and all other texts stay, in the study file too."""
    study = study_from_json(study_to_json(corrected(STUDY, name, text)))
    assert ids(study) == ids(STUDY)
    assert translation.texts(study) == translation.texts(STUDY) | {name: text}
    assert (study.settings, study.readings(), study.questions().keys()) == (
        STUDY.settings,
        STUDY.readings(),
        STUDY.questions().keys(),
    )


def test_the_log_is_read_as_rows() -> None:
    """The latest amendment comes first, each names its part, and those before the wave asked for are left out."""
    log = [
        Amendment(what="mended", name="step.choose", before="Chose", after="Choose", since=1, changed_at=DAY),
        Amendment(what="retired", name="outcome.calm", before="I am calm", since=3, changed_at=DAY + timedelta(days=1)),
        Amendment(
            what="mended", name="title", language="de", after="Musik", since=3, changed_at=DAY + timedelta(days=2)
        ),
    ]
    rows = amendment_rows(log)
    assert [(row.what, row.part, row.before, row.after, row.since) for row in rows] == [
        ("Corrected", "Title (de)", "", "Musik", 3),
        ("Retired", "Statement", "I am calm", "", 3),
        ("Corrected", "Job step", "Chose", "Choose", 1),
    ]
    assert amendment_rows(log, since=2) == rows[:2]


def test_what_was_added_is_taken_out_by_its_id() -> None:
    """The rest stays, and the last outcome that is asked stays in any case."""
    more = with_added_option(PARCEL, "haste", Option(id="some", label="Somewhat"))
    assert without_added(more, "option.haste.some") == PARCEL
    only = PARCEL
    for name in ("outcome.time", "outcome.on-time"):
        only = without_added(only, name)
    with pytest.raises(Refused, match="last outcome"):
        without_added(only, "outcome.undamaged")
