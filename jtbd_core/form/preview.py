"""The preview of a draft: the pages of its form, without the script and with forms that send nothing."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

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


class Preview(Mapping[str, str]):
    """The HTML of each page by its name, drawn when it is asked for: a desk shows one of thirty."""

    def __init__(self, pages: Mapping[str, Callable[[], str]]) -> None:
        self._pages = pages

    def __getitem__(self, name: str) -> str:
        """Return the HTML of a page; a form of the method `dialog` outside a dialog is never sent."""
        return self._pages[name]().replace('method="post"', 'method="dialog"')

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names, in the order of the form."""
        return iter(self._pages)

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self._pages)


def preview(study: Study, language: str = "") -> Preview:
    """Return the pages by name: introduction, about you, then the pages of cards in order.

    `language` defaults to the study's own. With a rotation, the cards are those of one person; they name the first
    solution, as if that was chosen.
    """
    language = language or study.language
    study = in_language(study, language)
    visit = _visit(study, language)
    drawn: dict[str, Callable[[], str]] = {
        "Introduction": lambda: draw("intro.html", language, visit=visit, minutes=duration(study))
    }
    if study.questions():
        drawn[text(interface_language(language), "about")] = lambda: draw(
            "about.html", language, visit=visit, questions=questions(visit), given={}, message=""
        )
    seconds = pace(study, None)
    used = next(((one.id, one.name) for one in study.solutions), ("", ""))
    always: dict[str, Any] = {"ratings": {}, "done": 0, "pace": seconds, "used": used}
    for page in visit.itinerary.pages:
        before = visit.itinerary.before(page.name)
        name = f"{page.name}. {page.step or text(interface_language(language), page.dimension or '')}"
        drawn[name] = partial(draw, "page.html", language, visit=visit, page=page, before=before, **always)
    return Preview(drawn)


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
