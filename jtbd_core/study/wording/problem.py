"""A problem that a wording rule finds, and the application of its suggestion."""

from msgspec.structs import replace

from jtbd_core.errors import StudyChanged
from jtbd_core.study.outcome_ids import outcome_ids
from jtbd_core.study.study import Dimension, Outcome, Polarity, Step, Study
from jtbd_core.study.value import Value
from jtbd_core.study.wording.subject import Severity


class Problem(Value, frozen=True, kw_only=True):
    """What one rule finds wrong with the job or the statement of an outcome.

    `rule` is `L01` to `L18`, or `language` for the note that a study is not in English. `outcome` is the id of an
    outcome, None for the job. `words` stand from `start` to `end` of the text; where it is about the whole, `start`
    equals `end`. A suggestion is mechanical and has up to three parts: the whole text rewritten (`suggestion`), the
    `dimension` or job `step` that the outcome belongs to instead, and the `polarity` it should have. With
    a `second` text the outcome is split in two: the second one follows the first.
    """

    rule: str
    severity: Severity
    outcome: str | None
    start: int
    end: int
    words: str
    why: str
    suggestion: str | None = None
    dimension: Dimension | None = None
    polarity: Polarity | None = None
    second: str | None = None
    step: Step | None = None

    @property
    def can_apply(self) -> bool:
        """Whether there is a suggestion that one click can apply."""
        return bool(self.suggestion or self.dimension or self.polarity or self.step)

    @property
    def offer(self) -> str:
        """What applying the suggestion does, as the label of a button; empty if there is none."""
        if self.second:
            return f"Split in two: “{self.suggestion}”, “{self.second}”"
        parts = [
            f"Change to “{self.suggestion}”" if self.suggestion else "",
            f"Move to {self.dimension} success outcomes" if self.dimension else "",
            f"Move to the job step “{self.step.name}”" if self.step else "",
            f"Mark as {self.polarity}" if self.polarity else "",
        ]
        return "; ".join(filter(None, parts)).replace("; M", "; m")


def applied(study: Study, problem: Problem) -> Study:
    """Return the study with the suggestion of a problem applied; outcomes keep their ids and places.

    A second outcome gets an id of its own, and the place and polarity of the first.

    Raises StudyChanged if the text is no longer the one that the problem is about, InvalidStudy if the rewritten
    statement is there already. A problem without a suggestion changes nothing.
    """
    if problem.outcome is None:
        _check_place(study.job, problem)
        return study.with_job(problem.suggestion or study.job)
    if problem.outcome not in {one.id for one in study.outcomes}:
        raise StudyChanged("This outcome is no longer part of the study.")
    place = next(n for n, one in enumerate(study.outcomes) if one.id == problem.outcome)
    first = changed(study.outcomes[place], problem)
    both = [first]
    if problem.second:
        both.append(replace(first, id=next(outcome_ids(study)), statement=problem.second))
    return replace(study, outcomes=(*study.outcomes[:place], *both, *study.outcomes[place + 1 :]))


def changed(outcome: Outcome, problem: Problem) -> Outcome:
    """Return the outcome with the suggestion of a problem applied; the same errors as `applied`."""
    _check_place(outcome.statement, problem)
    moved = replace(
        outcome,
        statement=problem.suggestion or outcome.statement,
        step=problem.step.id if problem.step else None if problem.dimension else outcome.step,
        dimension=None if problem.step else problem.dimension or outcome.dimension,
        polarity=problem.polarity or outcome.polarity,
    )
    return moved if moved.step == outcome.step else replace(moved, activity=None)


def _check_place(text: str, problem: Problem) -> None:
    if text[problem.start : problem.end] != problem.words:
        raise StudyChanged("The text has changed since it was checked; look at the finding again.")
