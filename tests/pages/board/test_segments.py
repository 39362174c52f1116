"""Segments that nobody declared, on the results page."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.live.segments import Segment, SegmentView
from pages.board.segments import ALONE, TITLE, segments_html
from tests.live.compared import STUDY
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_the_facilitator_alone_sees_them(facilitate: Visit, visit: Visit, store: Store) -> None:
    """Whether there are any is said when the part is opened; a stakeholder's page has no such part."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    page = facilitate("results.py", study=wave.study_id, part="For whom")
    page.session_state["segments"] = True
    page.run()
    assert ALONE in text(page)
    assert any("segments" in one.proto.body.lower() for one in page.get("html"))
    theirs = visit("results.py", key=store.study(wave.study_id).results_key, part="For whom")
    assert TITLE not in [one.label for one in theirs.expander]


def test_a_segment_has_its_people_and_needs() -> None:
    """Statements are escaped; figures do not wrap."""
    shown = segments_html(SegmentView("One found.", (Segment(30, ("“A <b>” matters to 62% (others 20%)",), ""),)))
    assert "Segment 1 · 30 people" in shown
    assert "A &lt;b&gt;” matters to 62\u00a0%" in shown
