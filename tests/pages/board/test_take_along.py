"""What stakeholders and the facilitator can take along."""

import io

from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.made_files import given
from tests.pages.words import text
from tests.store.studies import PARCEL, rated

TAB = "Take it along"
FILES = {"Answers as CSV", "Answers and scores as Excel", "The whole study as an archive"}


def offered(page: AppTest) -> list[str]:
    """Return the labels of the buttons, of which each has a file made but those of links."""
    return [button.label for button in page.button]


def test_a_stakeholder_takes_the_report_along_and_no_answers(visit: Visit, key: str) -> None:
    """The page says of which round and of whom the report is; one person's answers are never given."""
    page = visit("results.py", key=key, part=TAB)
    assert "Round 1, everybody: to take along" in text(page)
    assert offered(page)[:3] == ["PDF", "PowerPoint", "Web page"]
    assert offered(page)[3:7] == ["PDF", "PowerPoint", "Web page", "Excel"]
    assert "Scores as CSV" in offered(page)
    assert not {"Codebook", *FILES} & {*offered(page)}


def test_the_facilitator_takes_the_answers_along(facilitate: Visit, store: Store, wave: Wave) -> None:
    """Beside the report there are the whole study, and the answers as a table and as Excel, by links that end."""
    page = facilitate("results.py", study=wave.study_id, part=TAB)
    assert {*offered(page)} >= {"Codebook", *FILES}
    assert given(page, store, "Answers as CSV").count(b"\n") == 1 + len(store.ratings(wave.id))
    assert "Download answers.csv" not in text(page.run())
    book = CalamineWorkbook.from_filelike(io.BytesIO(given(page, store, "Answers and scores as Excel")))
    assert book.sheet_names == ["Answers", "Scores", "Decisions", "Remarks", "Codebook"]
    assert len(book.get_sheet_by_name("Answers").to_python()) == 1 + len(store.ratings(wave.id))


def test_before_results_nothing_is_ready_but_the_answers_for_the_facilitator(
    visit: Visit, facilitate: Visit, store: Store
) -> None:
    """A closed round of four people has no report; the page says so instead, and that there are no results."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    for person in range(4):
        store.save(wave.id, f"{person:022}", rated("time", 5, 2))
    store.set_status(wave.id, "closed")
    page = visit("results.py", key=results_key(store, wave.study_id), part=TAB)
    shown = text(page)
    assert "Too few people rated: 4." in shown
    assert "no results yet" in shown
    assert "ready to hand over" not in shown
    assert not {"PDF", "PNG", "Scores as CSV"} & {*offered(page)}
    mine = facilitate("results.py", study=wave.study_id, part=TAB)
    assert not {"PDF", "PNG", "Scores as CSV"} & {*offered(mine)}
    assert {*offered(mine)} >= {"Codebook", *FILES}
