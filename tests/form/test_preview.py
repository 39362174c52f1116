"""The form as the facilitator previews it."""

from jtbd_core.exchange.demo import demo_study
from jtbd_core.form import preview
from jtbd_core.study import Study
from tests.form.reading import Page


def test_every_page_of_the_form_can_be_previewed() -> None:
    """Introduction, about you, and each page of cards are there, with every statement on one of them."""
    study = demo_study()
    pages = preview(study)
    assert list(pages)[:2] == ["Introduction", "About you"]
    words = " ".join(Page(html).words for html in pages.values())
    assert all(outcome.statement in words for outcome in study.outcomes)


def test_a_preview_sends_nothing() -> None:
    """No form of a preview is posted, and no script sends what is tapped."""
    assert not any('method="post"' in html or "<script" in html for html in preview(demo_study()).values())


def test_a_study_without_questions_or_outcomes_has_its_introduction() -> None:
    """The preview grows with the draft."""
    assert list(preview(Study(title="Parcels", job="Send a package"))) == ["Introduction"]
