"""What one respondent answers in a wave: ratings, answers about themselves, a remark."""

from collections.abc import Mapping

from msgspec.structs import replace

from jtbd_core.errors import Refused
from jtbd_core.study import MOST_OUTCOMES
from jtbd_core.study.scale import POINTS
from jtbd_core.study.value import Value

LONGEST_REMARK = 2000
MOST_SECONDS = 24 * 3600
"""A card cannot take longer than a day; a page left open overnight tells nothing."""


class Rating(Value, frozen=True, kw_only=True):
    """One respondent's rating of one outcome; nothing set means *skipped*.

    `position` in the whole form as shown (from 1) and the `seconds` that the card took are kept for checks of
    quality, where they are known; they do not come back with a response. Of two ratings the one `tapped` later counts
    (in milliseconds since 1970, as far as clocks can be trusted; unknown is before everything), whichever arrives last.
    """

    outcome: str
    importance: int | None = None
    experience: int | None = None
    not_applicable: bool = False
    position: int | None = None
    seconds: float | None = None
    tapped: int | None = None

    def __post_init__(self) -> None:
        for value, what in ((self.importance, "importance"), (self.experience, "experience")):
            if value is not None and value not in POINTS.codes:
                raise Refused(f"The {what} of “{self.outcome}” must be from {POINTS}, not {value}.")
        if self.not_applicable and not (self.importance is None and self.experience is None):
            raise Refused(f"“{self.outcome}” cannot be rated and not apply at the same time.")
        if self.position is not None and not 1 <= self.position <= MOST_OUTCOMES:
            raise Refused(f"The position of “{self.outcome}” must be from 1 to {MOST_OUTCOMES}.")
        if self.seconds is not None and not 0 <= self.seconds <= MOST_SECONDS:
            raise Refused(f"The seconds for “{self.outcome}” must be from 0 to {MOST_SECONDS}.")


class Answers(Value, frozen=True, kw_only=True):
    """A part of one response to be saved; what is left out stays as it was.

    `profile` maps question ids (`solution` or a circumstance) to option ids; an empty one takes the answer back. Of
    two answers to a question the one `tapped` later counts, as of two ratings, whichever arrives last.
    Who `took_bait` filled in a field that people do not see: a program may have answered.
    """

    profile: Mapping[str, str] = {}
    tapped: int | None = None
    ratings: tuple[Rating, ...] = ()
    is_finished: bool = False
    remark: str | None = None
    took_bait: bool = False

    def __post_init__(self) -> None:
        if self.remark is not None and len(self.remark) > LONGEST_REMARK:
            raise Refused(f"The remark is longer than {LONGEST_REMARK} characters.")
        if "\x00" in (self.remark or ""):
            raise Refused("The remark contains a character that cannot be stored.")


class Response(Value, frozen=True, kw_only=True):
    """All that one respondent has answered in a wave so far; `ratings` is by outcome id, as are the other two.

    `taps` tells when each was tapped, `seconds` how long the cards took, where it is known; `profile_taps` when each
    question was answered, or its answer taken back.
    """

    id: str
    wave_id: str
    profile: Mapping[str, str] = {}
    ratings: Mapping[str, Rating] = {}
    is_finished: bool = False
    remark: str = ""
    taps: Mapping[str, int] = {}
    seconds: Mapping[str, float] = {}
    profile_taps: Mapping[str, int] = {}

    @property
    def tapped(self) -> int:
        """When the last answer was tapped."""
        return max((*self.taps.values(), *self.profile_taps.values()), default=0)

    def with_answers(self, answers: Answers) -> "Response":
        """Return the response as it is once these answers are saved, in the order of their ratings."""
        ratings, taps, seconds = dict(self.ratings), dict(self.taps), dict(self.seconds)
        for rating in answers.ratings:
            name, tapped = rating.outcome, rating.tapped or 0
            if tapped >= taps.get(name, 0):
                ratings[name], taps[name] = replace(rating, position=None, seconds=None, tapped=None), tapped
            if rating.seconds is not None:  # the longest that was told is the card's
                seconds[name] = max(rating.seconds, seconds.get(name, 0.0))
        profile, profile_taps, tapped = dict(self.profile), dict(self.profile_taps), answers.tapped or 0
        for question, option in answers.profile.items():
            if tapped >= profile_taps.get(question, 0):
                profile[question], profile_taps[question] = option, tapped
        return replace(
            self,
            profile={question: option for question, option in profile.items() if option},
            profile_taps=profile_taps,
            ratings=ratings,
            is_finished=self.is_finished or answers.is_finished,
            remark=self.remark if answers.remark is None else answers.remark,
            taps=taps,
            seconds=seconds,
        )
