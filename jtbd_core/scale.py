"""How outcomes are rated: the five-point questions, which of them a study asks, and of how many outcomes."""

from collections.abc import Mapping
from typing import Literal

from jtbd_core.errors import InvalidStudy
from jtbd_core.value import Value

ScaleName = Literal["expectation", "satisfaction"]


class Scale(Value, frozen=True, kw_only=True):
    """The five-point question that asks for experience, and its usual anchor (1–5)."""

    question: str
    labels: tuple[str, str, str, str, str]
    anchor: int


SCALES: Mapping[ScaleName, Scale] = {
    "expectation": Scale(
        question="Compared with what you expect, today this …",
        labels=("falls far short", "falls short", "meets it", "exceeds it", "far exceeds it"),
        anchor=3,
    ),
    "satisfaction": Scale(
        question="How satisfied are you with this today?",
        labels=("not at all", "slightly", "moderately", "very", "extremely"),
        anchor=4,
    ),
}

IMPORTANCE = Scale(
    question="How important is this to you?",
    labels=(
        "not at all important",
        "slightly important",
        "moderately important",
        "very important",
        "extremely important",
    ),
    anchor=4,
)


class Instrument(Value, frozen=True, kw_only=True):
    """How one kind of outcome is rated: the scale, and the lowest point that meets expectations."""

    scale: ScaleName
    anchor: int

    def __post_init__(self) -> None:
        if not 2 <= self.anchor <= 5:
            raise InvalidStudy(f"The anchor must be a point from 2 to 5 of the scale, not {self.anchor}.")


class Rotation(Value, frozen=True, kw_only=True):
    """How many key outcomes each person is shown; all of them where the study has no more."""

    key_outcomes: int

    def __post_init__(self) -> None:
        if self.key_outcomes < 1:
            raise InvalidStudy(f"Each person must be shown at least 1 key outcome, not {self.key_outcomes}.")


class Settings(Value, frozen=True, kw_only=True):
    """How a study asks: with importance or experience alone, and the instrument of each kind of outcome."""

    asks_importance: bool = True
    key: Instrument = Instrument(scale="satisfaction", anchor=SCALES["satisfaction"].anchor)
    success: Instrument = Instrument(scale="expectation", anchor=SCALES["expectation"].anchor)
    rotation: Rotation | None = None
