"""Segments that nobody declared, on the results page."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.live.segment_view import HIDDEN, Row, Segment, SegmentView
from pages.board.segments import ALONE, MEANT, SOME_HIDDEN, TITLE, segments_html
from tests.links import results_key
from tests.live.compared import STUDY
from tests.live.segmented import STUDY as SPLIT
from tests.live.segmented import answers_of
from tests.pages.conftest import Visit
from tests.pages.words import text

KIND = "success outcomes"
SEGMENTS = (Segment(1, 42, ("“A <b>” matters to 62% (others 20%)",), ""), Segment(2, 30, (), "More often: Tape."))
ROWS = (Row(KIND, "A <b>", {"unmet": ("48 %", "12 %", HIDDEN)}), Row("key outcomes", "B", {"unmet": ("1 %",) * 3}))


def opened(visit: Visit, **query: str) -> str:
    """Return what the results page says with the part opened."""
    page = visit("results.py", part="For whom", **query)
    page.session_state["segments"] = True
    page.run()
    return text(page) + " ".join(one.proto.body for one in page.get("html"))


@pytest.mark.parametrize("is_shared", [True, False])
def test_both_see_segments_that_are_found(visit: Visit, facilitate: Visit, store: Store, *, is_shared: bool) -> None:
    """Who they are and how they score; that they differ is said to be no finding."""
    wave = store.import_wave(store.add_study(SPLIT).id, *answers_of(80))
    key = results_key(store, wave.study_id)
    said = opened(visit, key=key) if is_shared else opened(facilitate, study=wave.study_id)
    assert "2 segments found, not asked" in said
    assert said.count(" · 40 people</h3>") == 2
    assert "More often: Streaming service (100\u00a0%, others 0\u00a0%)." in said
    assert MEANT in said
    assert (ALONE in said) == (not is_shared)


def test_why_there_are_none_is_said(visit: Visit, store: Store) -> None:
    """An open round has no such part; 40 people, of whom no group is known, are too few."""
    wave = store.open_wave(store.add_study(STUDY).id)
    page = visit("results.py", key=results_key(store, wave.study_id), part="For whom")
    assert TITLE not in [one.label for one in page.expander]
    wave = store.import_wave(store.add_study(SPLIT).id, answers_of(40)[0], {})
    said = opened(visit, key=results_key(store, wave.study_id))
    assert "No segments: 40 people are too few for two segments of 30." in said
    assert MEANT not in said


def test_a_segment_has_its_people_needs_and_scores() -> None:
    """Statements are escaped, figures do not wrap; the outcomes are those of the kind that is looked at."""
    shown = segments_html(SegmentView("Two found.", SEGMENTS, ROWS), KIND, "unmet")
    assert "Segment 1 · 42 people" in shown
    assert "A &lt;b&gt;” matters to 62\u00a0%" in shown
    assert "More often: Tape." in shown
    assert shown.count("<tr>") == 2
    assert "12\u00a0%" in shown
    assert SOME_HIDDEN in shown
    assert SOME_HIDDEN not in segments_html(SegmentView("Two found.", SEGMENTS, ROWS), "key outcomes", "unmet")
