"""The scales on which outcomes are rated, a study's choice among them, and the meaning of a code."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.value import Value

ScaleName = Literal["expectation", "satisfaction"]


class RatingKind(NamedTuple):
    """What a rating means, independent of its scale; scores are functions of the kinds alone.

    `depth` is the number of points by which the experience is below the anchor, 0 where expectations are met, and
    `is_exceeded` whether it is above the anchor.
    """

    is_important: bool
    depth: int
    is_exceeded: bool


class Points(Value, frozen=True, kw_only=True):
    """The codes of a scale, whole numbers from `lowest` to `highest`."""

    lowest: int
    highest: int

    def __str__(self) -> str:
        return f"{self.lowest} to {self.highest}"

    @property
    def codes(self) -> range:
        """The codes from the lowest to the highest."""
        return range(self.lowest, self.highest + 1)

    @property
    def anchors(self) -> range:
        """The codes that can be an anchor: all but the lowest, below which no code could fall short."""
        return self.codes[1:]

    @property
    def length(self) -> int:
        """The number of points between the lowest and the highest code, which is the greatest depth of a rating."""
        return self.highest - self.lowest

    @property
    def bottom_two(self) -> range:
        """The two lowest codes."""
        return self.codes[:2]

    @property
    def top_two(self) -> range:
        """The two highest codes."""
        return self.codes[-2:]

    def kinds(self) -> tuple[RatingKind, ...]:
        """Return all kinds of rating: unimportant before important; in each short by 1, 2, …, then met, exceeded."""
        met = [*((depth, False) for depth in range(1, self.length + 1)), (0, False), (0, True)]
        return tuple(RatingKind(is_important, *how) for is_important in (False, True) for how in met)


POINTS = Points(lowest=1, highest=5)
"""The codes of all scales and of importance."""


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


def kind_of(importance: int, experience: int, anchor: int) -> RatingKind:
    """Return the kind of a rating that is given in codes of the scale, from 1 to 5."""
    return RatingKind(importance >= IMPORTANCE.anchor, max(anchor - experience, 0), experience > anchor)


class Instrument(Value, frozen=True, kw_only=True):
    """The scale on which one kind of outcome is rated, and its anchor, the lowest code that meets expectations."""

    scale: ScaleName
    anchor: int

    def __post_init__(self) -> None:
        if self.anchor not in POINTS.anchors:
            first, last = POINTS.anchors[0], POINTS.anchors[-1]
            raise InvalidStudy(f"The anchor must be a point from {first} to {last} of the scale, not {self.anchor}.")

    @property
    def has_bands(self) -> bool:
        """Whether Ulwick's bands of opportunity hold: they were published for the satisfaction scale."""
        return self.scale == "satisfaction" and self.anchor == SCALES["satisfaction"].anchor

    @property
    def deepest(self) -> int:
        """The greatest depth that a rating can have here: the points between the anchor and the lowest code."""
        return self.anchor - POINTS.lowest


class Rotation(Value, frozen=True, kw_only=True):
    """The setting of rotation: each person is shown `key_outcomes` key outcomes, or all if the study has fewer."""

    key_outcomes: int

    def __post_init__(self) -> None:
        if self.key_outcomes < 1:
            raise InvalidStudy(f"Each person must be shown at least 1 key outcome, not {self.key_outcomes}.")


class Settings(Value, frozen=True, kw_only=True):
    """Whether a study asks for importance, the instruments of key and success outcomes, and the rotation if any."""

    asks_importance: bool = True
    key: Instrument = Instrument(scale="satisfaction", anchor=SCALES["satisfaction"].anchor)
    success: Instrument = Instrument(scale="expectation", anchor=SCALES["expectation"].anchor)
    rotation: Rotation | None = None
