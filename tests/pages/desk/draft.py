"""A draft, and what a facilitator does at its desk."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import Outcome, Step, Study, StudyRecord

DRAFT = Study(
    title="Parcels",
    job="Send a package",
    steps=(Step(id="wrap", name="Wrap", is_core=True),),
    outcomes=(
        Outcome(id="on-time", statement="The package is delivered on time", dimension="functional"),
        Outcome(id="whole", statement="The package arrives whole", dimension="functional"),
    ),
)


def section(page: AppTest, name: str) -> AppTest:
    """Open a section of the desk."""
    page.session_state["section"] = name
    return page.run()


def opened(page: AppTest, section_id: str) -> AppTest:
    """Open a section of the outline for editing, and see the whole page."""
    page.button(key=f"open-{section_id}").click().run()
    return page.run()


def typed(page: AppTest, key: str, words: str) -> AppTest:
    """Type into a field, and see the whole page: a part that is drawn anew alone is all that `AppTest` then has."""
    page.text_input(key=key).set_value(words).run()
    return page.run()


def tick(page: AppTest, outcome_id: str) -> AppTest:
    """Tick an outcome, and see the whole page."""
    page.checkbox(key=f"tick-{outcome_id}").check().run()
    return page.run()


def statements(store: Store, record: StudyRecord) -> list[str]:
    """Return the statements that are kept."""
    return [one.statement for one in store.study(record.id).study.outcomes]
