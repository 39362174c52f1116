"""The guide through a first study."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Study
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT
from tests.pages.words import press, text

GUIDE = "A study in five steps"


def test_a_first_study_is_guided_until_the_guide_is_left(facilitate: Visit, store: Store) -> None:
    """The guide begins at the first step that is not done; it can be left, and opened again. The demo is no study."""
    store.add_study(demo_study())
    page = facilitate("define.py", study=store.add_study(Study(title="P", job="Send a package")).id)
    assert GUIDE in text(page)
    assert "Which stages does the job have" in text(page)
    press(page, "Leave the guide")
    assert GUIDE not in text(page)
    assert GUIDE in text(press(page, "Guide"))


def test_the_guide_stays_at_a_job_whose_wording_is_marked(facilitate: Visit, store: Store) -> None:
    """A job whose wording has to be corrected before launch is not done."""
    page = facilitate("define.py", study=store.add_study(Study(title="P", job="Our app helps with packages")).id)
    assert "What are people trying to get done?" in text(page)


def test_the_guide_goes_on_to_the_next_step(facilitate: Visit, store: Store) -> None:
    """Each step says what to do, and leads to the next."""
    page = facilitate("define.py", study=store.add_study(replace(DRAFT, outcomes=())).id)
    assert "How do people judge how well it went" in text(page)
    assert "What do people use today" in text(press(page, "Next: People"))


def test_a_second_study_is_not_guided(facilitate: Visit, store: Store) -> None:
    """Who has made a study before is left in peace."""
    store.add_study(DRAFT)
    assert GUIDE not in text(facilitate("define.py", study=store.add_study(DRAFT).id))
