"""The facilitator's own assistant: its prompt, its reply, and what it proposed over the tools."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from jtbd_core.study.prompt import prompt
from pages.desk.pasting import pasted_lists
from tests.pages.desk.draft import DRAFT, statements
from tests.pages.words import press, text

SCRIPT = "<script>alert(1)</script> [is](javascript:alert) shown"
REPLY = f"""Of course! Here you are:

```
| statement | kind | step | polarity |
|---|---|---|---|
| I do not feel rushed | emotional | | avoid |
| Minimize the time it takes to wrap | key outcome | Wrap | wanted |
| The parcel is wrapped easily | functional | | wanted |
| The package arrives whole | functional | | wanted |
| {SCRIPT} | functional | | wanted |
```
Tell me if you want more."""
PROPOSED = "statement\tkind\tstep\tpolarity\nI feel calm\temotional\t\twanted\nIt is dry\tfunctional\t\twanted"


@pytest.fixture(autouse=True)
def no_list() -> Iterator[None]:
    """No list waits from another test."""
    pasted_lists().clear()
    yield
    pasted_lists().clear()


def reply(page: AppTest, words: str) -> AppTest:
    """Paste what an assistant replied."""
    press(page, "Ask your own assistant")
    page.text_area(key="assistant-reply").set_value(words)
    return press(page, "Check the statements")


def test_the_prompt_can_be_copied(page: AppTest) -> None:
    """It is that of the study, as text; a reload leaves it open, and it can be closed."""
    assert prompt(DRAFT) not in [one.value for one in page.code]
    press(page, "Ask your own assistant")
    assert prompt(DRAFT) in [one.value for one in page.run().code]
    press(page, "Cancel")
    assert prompt(DRAFT) not in [one.value for one in page.code]


def test_the_reply_is_confirmed_line_by_line(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Each statement with its place and what the checks find; what is there already is left out, prose passed over."""
    reply(page, REPLY)
    assert "“Of course\\! Here you are" in page.toast[0].value
    assert "means something else to everybody" in text(page)
    assert [page.checkbox(key=f"pasted-{n}-add").value for n in range(5)] == [True, True, True, False, True]
    assert statements(store, record) == [one.statement for one in DRAFT.outcomes]
    page.checkbox(key="pasted-2-add").uncheck().run()
    page.run().checkbox(key="pasted-4-add").uncheck().run()
    press(page.run(), "Add 2 outcomes")
    added = store.study(record.id).study.outcomes[2:]
    assert [(one.statement, one.step or one.dimension, one.polarity) for one in added] == [
        ("I do not feel rushed", "emotional", "avoid"),
        ("Minimize the time it takes to wrap", "wrap", "wanted"),
    ]


def test_markup_in_a_reply_is_text(page: AppTest) -> None:
    """It stands in its field to the letter, and is escaped wherever it is said."""
    reply(page, REPLY)
    assert page.text_input(key="pasted-4-statement").value == SCRIPT
    assert not [one for one in page.markdown if "<script>" in one.value or "](javascript" in one.value]
    assert not [one.label for one in page.checkbox if "<script>" in one.label]


def test_a_reply_without_statements_stays_in_the_box(page: AppTest) -> None:
    """It is said, and nothing is lost."""
    reply(page, "```\n```")
    assert "No statement was found" in page.toast[0].value
    assert page.text_area(key="assistant-reply").value == "```\n```"


def test_what_was_proposed_over_the_tools_is_shown_and_confirmed(
    page: AppTest, store: Store, record: StudyRecord
) -> None:
    """It is no part of the study before; once it is looked at, it waits no longer."""
    store.propose_lines(record.id, PROPOSED)
    assert "An assistant proposes 2 statements" in text(page.run())
    assert statements(store, record) == [one.statement for one in DRAFT.outcomes]
    press(page, "Look at them")
    assert store.proposed_lines(record.id) == ()
    press(page.run(), "Add 2 outcomes")
    assert statements(store, record)[2:] == ["I feel calm", "It is dry"]


def test_what_was_proposed_can_be_deleted(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Nothing of it is left."""
    store.propose_lines(record.id, PROPOSED)
    press(page.run(), "Delete them")
    assert "An assistant proposes" not in text(page.run())
    assert store.proposed_lines(record.id) == ()
