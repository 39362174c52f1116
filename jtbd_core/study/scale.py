"""The scales on which outcomes are rated, a study's choice among them, and the meaning of a code."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.value import Value

ScaleName = Literal["expectation", "satisfaction", "pair"]

Rated = Literal["importance", "experience", "expectation"]
RATED: tuple[Rated, ...] = get_args(Rated)
"""What a respondent can be asked of an outcome; expectation only where it is rated in pairs."""


class RatingKind(NamedTuple):
    """What a rating means, independent of its scale; scores are functions of the kinds alone.

    `depth` is the number of points by which the experience is below the anchor, 0 where expectations are met, and
    `is_exceeded` whether it is above the anchor.
    """

    is_important: bool
    depth: int
    is_exceeded: bool


class Points(Value, frozen=True, kw_only=True):
    """The codes of a scale, whole numbers from `lowest` to `highest`: 3 or more of them, from −100 to 100."""

    lowest: int
    highest: int

    def __post_init__(self) -> None:
        if self.length < 2 or self.lowest < -MOST or self.highest > MOST:
            raise InvalidStudy(
                f"A scale has 3 points or more, and none beyond −{MOST} and {MOST}: not those from {self}."
            )

    def __str__(self) -> str:
        return f"{self.lowest} to {self.highest}".replace("-", "−")

    @property
    def ends(self) -> tuple[int, int]:
        """The lowest and the highest code."""
        return self.lowest, self.highest

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
    def camps(self) -> tuple[int, int]:
        """The highest code of the lower camp and the lowest of the upper one: two fifths of the codes each."""
        size = 2 * len(self.codes) // 5
        return self.lowest + size - 1, self.highest - size + 1

    @property
    def differences(self) -> "Points":
        """The differences of two ratings on this scale."""
        return Points(lowest=-self.length, highest=self.length)


MOST = 100
FIVE, SEVEN, TEN = (Points(lowest=1, highest=highest) for highest in (5, 7, 10))
ELEVEN, HUNDRED = (Points(lowest=0, highest=highest) for highest in (10, 100))

IMPORTANT_FROM: Mapping[Points, int] = {FIVE: 4, SEVEN: 6, TEN: 8, ELEVEN: 8, HUNDRED: 70}
"""The points that a study can ask on, and on each the usual cut: the lowest code that is important."""


class Scale(Value, frozen=True, kw_only=True):
    """The question that asks for experience, the words of five points, and its usual anchor on each number of points.

    Of other numbers of points the ends have words, those of five.
    """

    question: str
    labels: tuple[str, str, str, str, str]
    anchors: Mapping[Points, int]


SCALES: Mapping[ScaleName, Scale] = {
    "expectation": Scale(
        question="Compared with what you expect, today this …",
        labels=("falls far short", "falls short", "meets it", "exceeds it", "far exceeds it"),
        anchors={FIVE: 3, SEVEN: 4, ELEVEN: 5},
    ),
    "satisfaction": Scale(
        question="How satisfied are you with this today?",
        labels=("not at all", "slightly", "moderately", "very", "extremely"),
        anchors=IMPORTANT_FROM,
    ),
    "pair": Scale(
        question="How well is this met today?",
        labels=("not at all", "slightly", "halfway", "largely", "fully"),
        anchors=dict.fromkeys(IMPORTANT_FROM, 0),
    ),
}
"""A *pair* asks twice on the same points, what is expected (`EXPECTED`) and what is met; experience is the difference.

What is met less what is expected reaches the anchor, 0, where expectations are met.
"""

EXPECTED = "How well do you expect this to be met?"

IMPORTANCE = "How important is this to you?"
IMPORTANCE_LABELS = (
    "not at all important",
    "slightly important",
    "moderately important",
    "very important",
    "extremely important",
)


class Reading(Value, frozen=True, kw_only=True):
    """How the codes of a rating are read.

    `cut` is the lowest importance that is important, `anchor` the lowest experience that meets expectations; each
    with the points of its scale.
    """

    anchor: int = 4
    experience: Points = FIVE
    cut: int = 4
    importance: Points = FIVE

    @property
    def deepest(self) -> int:
        """The greatest depth that a rating can have here: the points between the anchor and the lowest code."""
        return self.anchor - self.experience.lowest

    def kind_of(self, importance: int, experience: int) -> RatingKind:
        """Return the kind of a rating that is given in codes of the scales."""
        return RatingKind(importance >= self.cut, max(self.anchor - experience, 0), experience > self.anchor)


def _check_points(points: Points, known: Mapping[Points, int]) -> None:
    if points not in known:
        offered = ", ".join(str(one) for one in known)
        raise InvalidStudy(f"Points from {points} cannot be asked here, only those from {offered}.")


def _check_among(what: str, code: int, points: Points) -> None:
    if code not in points.anchors:
        first, last = points.anchors[0], points.anchors[-1]
        raise InvalidStudy(f"{what} must be a point from {first} to {last} of the scale, not {code}.")


class Importance(Value, frozen=True, kw_only=True):
    """The points on which importance is rated, and the cut, the lowest code that is important."""

    points: Points = FIVE
    cut: int = IMPORTANT_FROM[FIVE]

    def __post_init__(self) -> None:
        _check_points(self.points, IMPORTANT_FROM)
        _check_among("The cut of importance", self.cut, self.points)


class Instrument(Value, frozen=True, kw_only=True):
    """The scale on which one kind of outcome is rated, its points, and its anchor.

    The anchor is the lowest code that meets expectations; that of a pair is 0.
    """

    scale: ScaleName
    anchor: int
    points: Points = FIVE

    def __post_init__(self) -> None:
        _check_points(self.points, SCALES[self.scale].anchors)
        if not self.is_pair:
            _check_among("The anchor", self.anchor, self.points)
        elif self.anchor:
            raise InvalidStudy(f"The anchor of a pair is 0, where what is met equals what is expected: {self.anchor}.")

    @property
    def is_pair(self) -> bool:
        """Whether expectation and what is met are asked apart."""
        return self.scale == "pair"

    @property
    def experience(self) -> Points:
        """The codes of experience: of a pair the differences."""
        return self.points.differences if self.is_pair else self.points

    @property
    def has_bands(self) -> bool:
        """Whether Ulwick's bands of opportunity can hold: they were published for this scale and anchor."""
        return self == Instrument(scale="satisfaction", anchor=SCALES["satisfaction"].anchors[FIVE])

    @property
    def deepest(self) -> int:
        """The greatest depth that a rating can have here: the points between the anchor and the lowest code."""
        return self.anchor - self.experience.lowest


class Rotation(Value, frozen=True, kw_only=True):
    """The setting of rotation: each person is shown `key_outcomes` key outcomes, or all if the study has fewer."""

    key_outcomes: int

    def __post_init__(self) -> None:
        if self.key_outcomes < 1:
            raise InvalidStudy(f"Each person must be shown at least 1 key outcome, not {self.key_outcomes}.")


class Settings(Value, frozen=True, kw_only=True):
    """Whether and how a study asks for importance, the instruments of key and success outcomes, the rotation if any."""

    asks_importance: bool = True
    key: Instrument = Instrument(scale="satisfaction", anchor=SCALES["satisfaction"].anchors[FIVE])
    success: Instrument = Instrument(scale="expectation", anchor=SCALES["expectation"].anchors[FIVE])
    rotation: Rotation | None = None
    importance: Importance = Importance()

    def reading(self, instrument: Instrument) -> Reading:
        """Return how ratings with an instrument are read."""
        return Reading(
            anchor=instrument.anchor,
            experience=instrument.experience,
            cut=self.importance.cut,
            importance=self.importance.points,
        )

    def points(self, instrument: Instrument) -> dict[Rated, Points]:
        """Return the points of each question that outcomes rated with an instrument are asked, in a card's order."""
        importance: dict[Rated, Points] = {"importance": self.importance.points} if self.asks_importance else {}
        expectation: dict[Rated, Points] = {"expectation": instrument.points} if instrument.is_pair else {}
        return importance | expectation | {"experience": instrument.points}

    def has_bands(self, instrument: Instrument) -> bool:
        """Whether Ulwick's bands of opportunity hold for ratings with an instrument."""
        return self.asks_importance and self.importance == Importance() and instrument.has_bands
