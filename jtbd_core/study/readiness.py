"""Readiness of a study for launch: gaps, duration of the form, and what launching freezes."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from jtbd_core.study.duration import completion, duration
from jtbd_core.study.rotation import people_factor, shown_each
from jtbd_core.study.scale import Rotation
from jtbd_core.study.sections import Section
from jtbd_core.study.study import DIMENSIONS, Study
from jtbd_core.study.value import Value
from jtbd_core.study.wording import Severity, problems

Level = Literal["green", "amber", "red"]

AMBER_ABOVE, RED_ABOVE = 12, 15
"""Minutes on a phone; 75 outcomes with two ratings each take 15 minutes, the usual limit in the field."""

FEW_FINISH = 0.7
"""The expected share of finished forms below which fewer outcomes are advised."""

ROOM = 30
"""The number of people in the example that explains the cost of rotation."""


class Gap(Value, frozen=True, kw_only=True):
    """Something a study lacks: an `error` blocks the launch, a `warning` or an `info` does not.

    `place` is the part of the desk in which it is fixed: `job`, `purpose`, `steps`, `outcomes`, `solutions`,
    `circumstances`, `settings`, or the id of a section.
    """

    severity: Severity
    sentence: str
    place: str


class Offer(Value, frozen=True, kw_only=True):
    """An offered rotation with which the form takes 12 minutes or fewer.

    Each person is shown `outcomes` outcomes, which takes `minutes`; `people_factor` times as many people are needed for
    the same certainty about each outcome. `sentence` says so.
    """

    rotation: Rotation
    outcomes: int
    minutes: int
    people_factor: float
    sentence: str


class Readiness(Value, frozen=True, kw_only=True):
    """The readiness of a study: `gaps`, errors first, and a `sentence` that sums up.

    `minutes` is the duration on a phone, `level` amber above 12 of them and red above 15; `completion` is the expected
    share (0–1) of those who begin who rate everything. `freezes` says what launching makes unchangeable.
    """

    gaps: tuple[Gap, ...]
    minutes: int
    completion: float
    level: Level
    offer: Offer | None
    sentence: str
    freezes: str

    @property
    def is_ready(self) -> bool:
        """Whether no gap blocks the launch."""
        return not any(gap.severity == "error" for gap in self.gaps)

    @property
    def loses_many(self) -> bool:
        """Whether so many are expected to break off that fewer outcomes are advised."""
        return self.completion < FEW_FINISH


def readiness(study: Study) -> Readiness:
    """Return the readiness of a study for launch."""
    order = ("error", "warning", "info")
    gaps = tuple(sorted(_gaps(study), key=lambda gap: order.index(gap.severity)))
    return Readiness(
        gaps=gaps,
        minutes=duration(study),
        completion=completion(study),
        level=_level(study),
        offer=_offer(study),
        sentence=_sentence(study, gaps),
        freezes=_freezes(study),
    )


def _gaps(study: Study) -> Iterator[Gap]:
    yield from _launch_gaps(study)
    yield from _wording_gaps(study)
    yield from _step_gaps(study)
    yield from _success_gaps(study)
    yield from _group_gaps(study)
    if not study.purpose.strip():
        yield Gap(severity="info", sentence="Say in a line or two what the answers are for.", place="purpose")


def _launch_gaps(study: Study) -> Iterator[Gap]:
    for sentence in study.missing_for_launch():
        yield Gap(severity="error", sentence=sentence, place="steps" if "job step" in sentence else "outcomes")
    level = _level(study)
    if level != "green":
        sentence = (
            f"It takes about {duration(study)} min on a phone, and {_share(study)} of those who begin are expected to "
            "rate everything: leave outcomes out, or let each person rate a part."
        )
        yield Gap(severity="error" if level == "red" else "warning", sentence=sentence, place="settings")


def _wording_gaps(study: Study) -> Iterator[Gap]:
    errors = {one.outcome for one in problems(study) if one.severity == "error"}
    if None in errors:
        yield Gap(severity="error", sentence="Correct the wording of the job.", place="job")
    if worded := len(errors - {None}):
        yield Gap(severity="error", sentence=f"Correct the wording of {_counted(worded, 'outcome')}.", place="outcomes")


def _step_gaps(study: Study) -> Iterator[Gap]:
    if not study.steps:
        sentence = "There are no job steps, so nothing is learned about how efficiently the job gets done."
        yield Gap(severity="info", sentence=sentence, place="steps")
    filled = {one.step for one in study.outcomes}
    for step in study.steps:
        if step.id not in filled:
            sentence = f"The job step “{step.name}” has no outcomes."
            yield Gap(severity="warning", sentence=sentence, place=Section(step=step.id).id)


def _success_gaps(study: Study) -> Iterator[Gap]:
    success = study.success_outcomes
    if study.outcomes and not success:
        sentence = "There are no success outcomes, so nothing is learned about what comes of the job."
        yield Gap(severity="warning", sentence=sentence, place="outcomes")
    for dimension in DIMENSIONS if success else ():
        if not any(one.dimension == dimension for one in success):
            sentence = f"There are no {dimension} success outcomes."
            yield Gap(severity="warning", sentence=sentence, place=Section(dimension=dimension).id)
    if success and not any(one.polarity == "avoid" for one in success):
        sentence = "No success outcome says what should not happen, such as “The package is not damaged”."
        yield Gap(severity="warning", sentence=sentence, place="outcomes")


def _group_gaps(study: Study) -> Iterator[Gap]:
    if len(study.solutions) < 2:
        sentence = "Name at least two solutions that people use today, so that results can compare them."
        yield Gap(severity="info" if study.solutions else "warning", sentence=sentence, place="solutions")
    if not study.circumstances:
        sentence = "Ask at least one circumstance question, so that results show for whom outcomes fall short."
        yield Gap(severity="warning", sentence=sentence, place="circumstances")


def _level(study: Study) -> Level:
    if duration(study) <= AMBER_ABOVE:
        return "green"
    return "amber" if duration(study) <= RED_ABOVE else "red"


def _offer(study: Study) -> Offer | None:
    """Return the rotation with the most outcomes that takes 12 minutes, None if none is needed or none is enough."""
    if _level(study) == "green":
        return None
    sizes = range(max(1, len(study.key_outcomes)) + 1)
    size = bisect_right(sizes, AMBER_ABOVE, lo=1, key=lambda one: duration(_rotated(study, one))) - 1
    if size < 1:
        return None
    part = _rotated(study, size)
    return Offer(
        rotation=Rotation(key_outcomes=size),
        outcomes=shown_each(part),
        minutes=duration(part),
        people_factor=people_factor(part),
        sentence=_price(part),
    )


def _rotated(study: Study, size: int) -> Study:
    return replace(study, settings=replace(study.settings, rotation=Rotation(key_outcomes=size)))


def _price(part: Study) -> str:
    factor = people_factor(part)
    return (
        f"If each person rates {shown_each(part)} of the {len(part.outcomes)} outcomes, it takes about "
        f"{duration(part)} min, and {factor:.1f} times as many people are needed: {ROOM * factor:.0f} in place of "
        f"{ROOM}."
    )


def _sentence(study: Study, gaps: tuple[Gap, ...]) -> str:
    errors = [gap.sentence for gap in gaps if gap.severity == "error"]
    if errors:
        more = f" And {len(errors) - 1} more." if len(errors) > 1 else ""
        return f"Not yet: {errors[0][0].lower()}{errors[0][1:]}{more}"
    warnings = sum(gap.severity == "warning" for gap in gaps)
    worth = f" {_counted(warnings, 'thing')} may be worth a look first." if warnings else ""
    return (
        f"Ready to launch: {_counted(shown_each(study), 'outcome')} to rate in about {duration(study)} min on a phone, "
        f"which {_share(study)} of those who begin are expected to finish.{_advice(study)}{worth}"
    )


def _advice(study: Study) -> str:
    if completion(study) >= FEW_FINISH:
        return ""
    rated = "fewer of them" if study.settings.rotation else "only a part of them (in the outline, under “Scales”)"
    return f" To let more of them finish, leave out some outcomes, or let each person rate {rated}."


def _freezes(study: Study) -> str:
    parts = [
        _counted(len(study.outcomes), "statement"),
        *([_counted(len(study.steps), "job step")] if study.steps else []),
        *([_counted(len(study.solutions), "solution")] if study.solutions else []),
        *([_counted(len(study.circumstances), "question")] if study.circumstances else []),
    ]
    return (
        f"Launching freezes {', '.join(parts)} and the scales, so that all rounds can be compared: after that you can "
        "correct typos, add parts and retire outcomes, and change nothing else."
    )


def _share(study: Study) -> str:
    return f"{completion(study):.0%}".replace("%", "\u00a0%")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
