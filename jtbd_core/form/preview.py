"""The preview of a draft: the pages of its form, without the script and with forms that send nothing."""

from datetime import datetime

from jtbd_core.form.itinerary import pace
from jtbd_core.form.languages import interface_language
from jtbd_core.form.screens import draw
from jtbd_core.form.texts import text
from jtbd_core.form.visit import Visit, questions
from jtbd_core.study import Study, StudyRecord
from jtbd_core.study.duration import duration
from jtbd_core.study.rotation import assigned, part
from jtbd_core.study.translation import in_language
from jtbd_core.wave import Wave

NAME = "preview"


def preview(study: Study, language: str = "") -> dict[str, str]:
    """Return the HTML of each page by its name: introduction, about you, then the pages of cards in order.

    `language` defaults to the study's own. With a rotation, the cards are those of one person; they name the first
    solution, as if that was chosen.
    """
    language = language or study.language
    study = in_language(study, language)
    visit = _visit(study, language)
    drawn = {"Introduction": draw("intro.html", language, visit=visit, minutes=duration(study))}
    if study.questions():
        drawn[text(interface_language(language), "about")] = draw(
            "about.html", language, visit=visit, questions=questions(visit), given={}, message=""
        )
    seconds = pace(study, None)
    used = next(((one.id, one.name) for one in study.solutions), ("", ""))
    for page in visit.itinerary.pages:
        before = visit.itinerary.before(page.name)
        name = f"{page.name}. {page.step or text(interface_language(language), page.dimension or '')}"
        drawn[name] = draw(
            "page.html", language, visit=visit, page=page, ratings={}, done=0, pace=seconds, before=before, used=used
        )
    # A form of the method `dialog` outside a dialog is never sent.
    return {name: html.replace('method="post"', 'method="dialog"') for name, html in drawn.items()}


def place_in_preview(study: Study, outcome_id: str) -> int | None:
    """Return the index, from 0, of the page of `preview` that shows this outcome, None where none does."""
    before = 2 if study.questions() else 1
    pages = enumerate(_visit(study, study.language).itinerary.pages, start=before)
    return next((place for place, page in pages if outcome_id in {one.id for one in page.outcomes}), None)


def _visit(study: Study, language: str) -> Visit:
    return Visit(
        address="/r/preview",
        record=StudyRecord(id=NAME, study=study, status="draft", revision=0, updated_at=datetime.min),
        wave=Wave(
            id=NAME,
            study_id=NAME,
            number=1,
            status="open",
            rate_key=NAME,
            display_key=NAME,
            join_code=NAME,
            opened_at=datetime.min,
        ),
        study=part(study, assigned(study, {}, NAME)),
        token=NAME,
        response=None,
        is_by_link=False,
        is_remembered=True,
        language=language,
    )
