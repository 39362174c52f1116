"""The questions of a card: what each rates, on which points, in which words."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from markupsafe import Markup

from jtbd_core.form.fields import FIELDS
from jtbd_core.form.texts import SCALE_WORDS, text
from jtbd_core.form.texts.table import ScaleWords
from jtbd_core.study import Outcome, Study
from jtbd_core.study.scale import FIVE, HUNDRED, Points, Rated

Look = Literal["words", "points", "number"]

LOOKS: Mapping[Points, Look] = {FIVE: "words", HUNDRED: "number"}
"""How codes are chosen: by words, in a field for a number, or, of all other points, by buttons with numbers."""


class CardQuestion(NamedTuple):
    """One question of a card in the words of a `language`; if it `has_middle`, that is where expectations are met."""

    rated: Rated
    points: Points
    words: ScaleWords
    has_middle: bool
    language: str

    @property
    def field(self) -> str:
        """The letter that begins the name of its field."""
        return FIELDS[self.rated]

    @property
    def look(self) -> Look:
        """How its codes are chosen."""
        return LOOKS.get(self.points, "points")

    def ends(self) -> list[tuple[int, str]]:
        """Return the codes that have words, the lowest first, each with its words; none where all have their own."""
        if self.look == "words":
            return []
        lowest, highest = self.points.ends
        middle = [((lowest + highest) // 2, self.words.labels[2])] if self.has_middle else []
        return [(lowest, self.words.labels[0]), *middle, (highest, self.words.labels[-1])]

    def asked(self, solution: Markup) -> Markup:
        """Return the question; that of experience names the solution, if it is known."""
        if self.words.using and solution:
            return Markup(self.words.using).format(solution=solution)  # noqa: S704 - our own text
        return Markup(self.words.question)  # noqa: S704 - our own text

    def label(self, code: int) -> str:
        """Return the word of a code, or where not all have words the code itself."""
        return self.words.labels[code - self.points.lowest] if self.look == "words" else str(code)

    def said(self, code: int | None) -> str:
        """Return an answer; one that is not on the scale, as a draft's before it was changed, is none."""
        if code is None or code not in self.points.codes:
            return text(self.language, "no_answer")
        return self.label(code)


def card_questions(language: str, study: Study, outcome: Outcome) -> tuple[CardQuestion, ...]:
    """Return what is asked of an outcome in the order of its card, in the words of a language of the form."""
    scale = study.instrument(outcome).scale
    keys: Mapping[Rated, str] = {"importance": "importance", "expectation": "expected", "experience": scale}
    return tuple(
        CardQuestion(rated, points, SCALE_WORDS[language][keys[rated]], keys[rated] == "expectation", language)
        for rated, points in study.points(outcome).items()
    )


def said_difference(language: str, difference: int) -> str:
    """Return in words how far what is met is from what is expected, in points of the scale."""
    if difference == 0:
        return text(language, "pair_even")
    return text(language, "pair_above" if difference > 0 else "pair_below", points=abs(difference))
