"""A new study, from its job or as a copy."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_a_new_study_needs_no_more_than_its_job(facilitate: Visit, store: Store) -> None:
    """A study with nothing but a job is kept as a draft under the job's name."""
    page = press(facilitate(), "New study")
    page.text_input[0].set_value("Send a package a long distance")
    press(page, "Create")
    assert [record.study.title for record in store.studies()] == ["Send a package a long distance"]


def test_a_new_study_without_a_job_is_refused(facilitate: Visit, store: Store) -> None:
    """An empty job is named, and nothing is kept."""
    page = press(press(facilitate(), "New study"), "Create")
    assert "Say what the job is" in text(page)
    assert store.studies() == []


def test_a_study_starts_from_an_example(facilitate: Visit, store: Store) -> None:
    """Each is chosen by its job; its steps and outcomes are seen before it becomes a draft of one's own."""
    page = press(press(facilitate(), "New study"), "From an example")
    assert "Start from this example" not in [button.label for button in page.button]
    page.selectbox[0].select("Paint a room · 7 job steps, 34 outcomes, 4 solutions").run()
    assert "Minimize the time it takes to paint a straight line beside the ceiling" in text(page)
    press(page, "Start from this example")
    assert [record.study.job for record in store.studies()] == ["Paint a room"]


def test_the_published_examples_say_where_they_are_from(facilitate: Visit) -> None:
    """They are offered last, and the note of one is read before it is taken."""
    page = press(press(facilitate(), "New study"), "From an example")
    assert page.selectbox[0].options[-1] == "Send a package a long distance · 4 outcomes"
    page.selectbox[0].select("Listen to music on demand · 4 solutions").run()
    assert "which names no outcomes for this job" in text(page)


def test_a_study_starts_from_an_earlier_one(facilitate: Visit, store: Store) -> None:
    """The copy is a draft with the same outcomes; the note, which is about the earlier answers, is left behind."""
    store.open_wave(store.add_study(demo_study()).id)
    press(press(press(facilitate(), "New study"), "From an earlier study"), "Start from this study")
    copy = next(record for record in store.studies() if record.status == "draft").study
    assert (copy.title, copy.note) == (f"{demo_study().title} (copy)", "")
    assert copy.outcomes == demo_study().outcomes


def test_without_an_earlier_study_the_page_says_so(facilitate: Visit) -> None:
    """An empty database has nothing to copy, and says where to begin."""
    assert "There is no earlier study yet" in text(press(press(facilitate(), "New study"), "From an earlier study"))
