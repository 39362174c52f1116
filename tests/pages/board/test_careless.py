"""Views without careless answers, or a line that says why these are counted."""

import re

import pytest

from jtbd_core.contract import Store
from pages.board.careless import COUNTED
from tests.links import results_key
from tests.pages.board.test_sureness import PEOPLE, said, study_id
from tests.pages.conftest import Visit
from tests.pages.words import text

CARELESS = 8


@pytest.fixture
def study(store: Store) -> str:
    """Give the id of a study with eight careless people."""
    return study_id(store, CARELESS)


def test_the_facilitator_sees_views_without_careless_answers(facilitate: Visit, study: str) -> None:
    """Everybody is who is left; a view that cannot leave careless answers out says that it is about all."""
    page = facilitate("results.py", study=study, part="Solutions", who="Careless.no")
    assert COUNTED not in text(page)
    assert re.search(rf"Everybody</th><td [^>]*>{PEOPLE - CARELESS}<", said(page))
    for part in ("Over time", "In their words"):
        shown = text(facilitate("results.py", study=study, part=part, who="Careless.no"))
        assert f"{part} counts everybody: careless answers, left out of other views now, are included here." in shown


def test_stakeholders_are_told_where_careless_answers_are_counted(visit: Visit, store: Store, study: str) -> None:
    """One or two careless users of a solution would be told; the line above says how many people the view counts."""
    key = results_key(store, study)
    for part in ("For whom", "Solutions", "Where it comes from"):
        page = visit("results.py", key=key, part=part, who="Careless.no")
        assert COUNTED in text(page)
        assert f"{PEOPLE} people · everybody" in page.get("popover")[0].proto.popover.label
    page = visit("results.py", key=key, part="Findings", who="Careless.no")
    assert f"{PEOPLE - CARELESS} people · without careless answers" in page.get("popover")[0].proto.popover.label


def test_the_facilitator_sees_job_steps_without_careless_answers(facilitate: Visit, study: str) -> None:
    """To the facilitator no set of people is hidden."""
    assert COUNTED not in text(facilitate("results.py", study=study, part="Where it comes from", who="Careless.no"))
