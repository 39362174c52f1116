"""The response of one respondent in a wave: ratings, profile answers, a remark."""

from collections.abc import Mapping

from msgspec.structs import replace

from jtbd_core.errors import Refused
from jtbd_core.study import MOST_OUTCOMES, OTHER_SOLUTION, SOLUTION_QUESTION
from jtbd_core.study.value import Value
from jtbd_core.wave.remark import is_line

LONGEST_REMARK = 2000
LONGEST_SOLUTION = 80
MOST_SECONDS = 24 * 3600
"""The most seconds that a card can take, a day; longer times mean a page left open."""


class Rating(Value, frozen=True, kw_only=True):
    """One respondent's rating of one outcome, in codes of the study's scales; *skipped* if nothing is set.

    `position` of the card in the whole form (from 1) and the `seconds` spent on it are stored for quality checks, if
    known; a `Response` does not return them. Of two ratings of an outcome the one with the later `tapped` counts, not
    the one that arrives last: milliseconds since 1970 by the phone's clock, None before all others.
    """

    outcome: str
    importance: int | None = None
    experience: int | None = None
    expectation: int | None = None
    not_applicable: bool = False
    position: int | None = None
    seconds: float | None = None
    tapped: int | None = None

    def __post_init__(self) -> None:
        if self.not_applicable and not (self.importance is None and self.experience is self.expectation is None):
            raise Refused(f"“{self.outcome}” cannot be rated and not apply at the same time.")
        if self.position is not None and not 1 <= self.position <= MOST_OUTCOMES:
            raise Refused(f"The position of “{self.outcome}” must be from 1 to {MOST_OUTCOMES}.")
        if self.seconds is not None and not 0 <= self.seconds <= MOST_SECONDS:
            raise Refused(f"The seconds for “{self.outcome}” must be from 0 to {MOST_SECONDS}.")


class Answers(Value, frozen=True, kw_only=True):
    """A partial update of one response; what is left out stays unchanged.

    `profile` maps question ids (`solution` or a circumstance) to option ids, empty to delete the answer; `tapped` is
    the time of these answers, compared as that of a `Rating`. With `OTHER_SOLUTION` comes `own_solution`, in own words
    what is used; each new answer to that question replaces them. `took_bait` is whether the honeypot, a field that
    people do not see, was filled in: the sign of a program.
    """

    profile: Mapping[str, str] = {}
    own_solution: str = ""
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
        if self.own_solution and self.profile.get(SOLUTION_QUESTION) != OTHER_SOLUTION:
            raise Refused("Own words for a solution come with the answer “something else”.")
        if len(self.own_solution) > LONGEST_SOLUTION or not is_line(self.own_solution):
            raise Refused(f"The name of a solution is one line of at most {LONGEST_SOLUTION} characters.")


class Response(Value, frozen=True, kw_only=True):
    """All answers of one respondent in a wave so far; `ratings`, `taps` and `seconds` are by outcome id.

    `taps` has the time of each rating (milliseconds since 1970), `seconds` the time spent on each card, if known;
    `profile_taps` the time of each profile answer or its deletion, by question id.
    """

    id: str
    wave_id: str
    profile: Mapping[str, str] = {}
    ratings: Mapping[str, Rating] = {}
    own_solution: str = ""
    is_finished: bool = False
    remark: str = ""
    taps: Mapping[str, int] = {}
    seconds: Mapping[str, float] = {}
    profile_taps: Mapping[str, int] = {}

    @property
    def tapped(self) -> int:
        """The time of the last answer in milliseconds since 1970, 0 if there is none."""
        return max((*self.taps.values(), *self.profile_taps.values()), default=0)

    def with_answers(self, answers: Answers) -> "Response":
        """Return the response with these answers merged in; the rating or profile answer tapped last wins."""
        ratings, taps, seconds = dict(self.ratings), dict(self.taps), dict(self.seconds)
        for rating in answers.ratings:
            name, tapped = rating.outcome, rating.tapped or 0
            if tapped >= taps.get(name, 0):
                ratings[name], taps[name] = replace(rating, position=None, seconds=None, tapped=None), tapped
            if rating.seconds is not None:  # each save of a card has its time so far: the longest is the total
                seconds[name] = max(rating.seconds, seconds.get(name, 0.0))
        profile, profile_taps, tapped = dict(self.profile), dict(self.profile_taps), answers.tapped or 0
        own = self.own_solution
        for question, option in answers.profile.items():
            if tapped >= profile_taps.get(question, 0):
                profile[question], profile_taps[question] = option, tapped
                own = answers.own_solution if question == SOLUTION_QUESTION else own
        return replace(
            self,
            profile={question: option for question, option in profile.items() if option},
            profile_taps=profile_taps,
            own_solution=own,
            ratings=ratings,
            is_finished=self.is_finished or answers.is_finished,
            remark=self.remark if answers.remark is None else answers.remark,
            taps=taps,
            seconds=seconds,
        )
