"""What stakeholders and the facilitator can take along."""

import re

from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from jtbd_core.web.one_time_files import one_time_files
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import press, text
from tests.store.studies import PARCEL, rated

TAB = "Take it along"


def offered(page: AppTest) -> list[str]:
    """Return the labels of the downloads."""
    return [button.proto.label for button in page.get("download_button")]


def test_a_stakeholder_takes_the_report_along_and_no_answers(visit: Visit, key: str) -> None:
    """The page says of which round and of whom the report is; one person's answers are never given."""
    page = visit("results.py", key=key, part=TAB)
    assert "Round 1, everybody: ready to hand over" in text(page)
    assert offered(page)[:3] == ["Download the report", "PDF", "PowerPoint"]
    assert offered(page)[3:7] == ["Web page", "PDF", "PowerPoint", "Excel"]
    assert offered(page)[-1] == "Scores as CSV"
    assert "Answers as CSV" not in text(page)
    assert not {"Answers and scores as Excel", "Codebook", "The whole study as an archive"} & set(offered(page))


def test_the_facilitator_takes_the_answers_along(facilitate: Visit, store: Store, wave: Wave) -> None:
    """Beside the report there are the answers as Excel, the study as an archive, and a table by a link that ends."""
    page = facilitate("results.py", study=wave.study_id, part=TAB)
    assert offered(page)[-3:] == ["Answers and scores as Excel", "Codebook", "The whole study as an archive"]
    press(page, "Answers as CSV")
    links = re.findall(r'<a href="/file/([^"]+)" download>', " ".join(one.proto.body for one in page.get("html")))
    assert one_time_files.take(links[0], "somebody else's") is None
    given = one_time_files.take(links[0], access.sign_in(store.secret(), ContextProxy.cookies[access.SIGN_IN_COOKIE]))
    assert given is not None
    assert given.path.read_text().count("\n") == 1 + len(store.ratings(wave.id))
    given.delete()
    assert "Download answers.csv" not in text(page.run())


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
    assert offered(page) == []
    mine = facilitate("results.py", study=wave.study_id, part=TAB)
    assert offered(mine) == ["Answers and scores as Excel", "Codebook", "The whole study as an archive"]
    assert "Answers as CSV" in text(mine)
