"""The panel of a round on the remote."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.wave.panel import Panel, Quota
from tests.pages.conftest import Visit
from tests.pages.words import press, text
from tests.store.studies import PARCEL


def field(page: AppTest, label: str) -> AppTest:
    """Return the text field with this label."""
    return next(one for one in page.text_input if one.label == label)


def test_a_round_is_fielded_to_a_panel(facilitate: Visit, store: Store) -> None:
    """Parameters, ways back, screening and quotas are saved together, and shown with the link to give to the panel."""
    study_id = store.add_study(PARCEL).id
    wave = store.open_wave(study_id)
    page = facilitate("room.py", study=study_id)
    field(page, "Parameters of the link, the panel’s id first").set_value(" pid , source")
    field(page, "At the end").set_value("https://panel.example/done?id={pid}")
    screening, limited = (
        next(box for box in page.multiselect if box.label == label)
        for label in ("Answers that screen out", "Answers with a quota")
    )
    screening.set_value([("solution", "post")])
    page = limited.set_value([("haste", "high")]).run()
    next(box for box in page.number_input if box.label == "How urgent was it? Urgent").set_value(7)
    page = next(button for button in page.button if button.key == f"panel-save-{wave.id}").click().run()
    assert store.wave(wave.id).panel == Panel(
        parameters=("pid", "source"),
        completed="https://panel.example/done?id={pid}",
        screening=(("solution", "post"),),
        quotas=(Quota("haste", "high", 7),),
    )
    shown = text(page)
    assert f"/r/{wave.rate_key}?pid=…&source=…" in shown


def test_an_address_that_leads_anywhere_is_refused(facilitate: Visit, store: Store) -> None:
    """What is wrong is said, and nothing is saved."""
    study_id = store.add_study(PARCEL).id
    wave = store.open_wave(study_id)
    page = facilitate("room.py", study=study_id)
    field(page, "Screened out").set_value("javascript:alert(1)")
    page = next(button for button in page.button if button.key == f"panel-save-{wave.id}").click().run()
    assert any("is no address to lead people to" in one.value for one in (*page.error, *page.get("toast")))
    assert store.wave(wave.id).panel == Panel()


def test_a_closed_round_is_fielded_no_more(facilitate: Visit, store: Store) -> None:
    """Its panel shows how it went, without fields."""
    study_id = store.add_study(PARCEL).id
    store.set_status(store.open_wave(study_id).id, "closed")
    page = facilitate("room.py", study=study_id)
    assert "This round has no list of a panel" in text(page)
    assert not [one for one in page.text_input if one.label == "At the end"]
    assert press(page, "Open round 2")
