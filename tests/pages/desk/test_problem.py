"""What the wording checks say under an outcome."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.study import Outcome
from jtbd_core.study.wording import problems
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT
from tests.pages.words import press, text


def test_a_suggestion_is_applied_by_one_click(facilitate: Visit, store: Store) -> None:
    """What the wording checks say stands under the outcome; its suggestion is applied, and can be undone."""
    wrong = Outcome(id="calm", statement="I feel safe", dimension="functional")
    record = store.add_study(replace(DRAFT, outcomes=(wrong,)))
    page = facilitate("define.py", study=record.id)
    assert problems(record.study)[0].why in text(page)
    press(page, "Apply: move to emotional success outcomes")
    assert store.study(record.id).study.outcomes[0].dimension == "emotional"
    press(page, "Undo")
    assert store.study(record.id).study.outcomes == (wrong,)
