"""The links that the room shares."""

from jtbd_core.contract import Store
from jtbd_core.wave import Answers
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_the_form_is_shared_by_link_code_and_picture(facilitate: Visit, store: Store, study_id: str) -> None:
    """An open wave has its link, its join code in two halves, and a QR code with a description."""
    wave = store.open_wave(study_id)
    page = facilitate("room.py", study=study_id)
    assert f"/r/{wave.rate_key}" in text(page)
    assert f"{wave.join_code[:3]} {wave.join_code[3:]}" in text(page)
    assert page.image[0].proto.imgs[0].alt == "QR code with the link of the form"


def test_display_and_results_have_read_only_links(facilitate: Visit, store: Store, study_id: str) -> None:
    """Each is opened by a key of its own, for the projector and for stakeholders."""
    wave = store.open_wave(study_id)
    shown = text(facilitate("room.py", study=study_id))
    assert f"/display?key={wave.display_key}" in shown
    assert f"/results?key={results_key(store, study_id)}" in shown


def test_what_people_wrote_is_read_after_the_round(facilitate: Visit, store: Store, study_id: str) -> None:
    """The room leads to it, to the facilitator alone: it is not shown on a screen that others see."""
    wave = store.open_wave(study_id)
    store.save(wave.id, "a" * 22, Answers(remark="Too dear"))
    store.set_status(wave.id, "closed")
    page = facilitate("room.py", study=study_id)
    (link,) = [one.proto for one in page.get("page_link") if "remark" in one.proto.label]
    assert (link.label, "part=In+their+words" in link.query_string) == ("Read 1 remark", True)
    assert "Too dear" not in text(page)
