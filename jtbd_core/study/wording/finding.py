"""What the wording checks say about a statement, and how a suggestion is taken up."""

from typing import Literal

from msgspec.structs import replace

from jtbd_core.errors import StudyChanged
from jtbd_core.study.study import Dimension, Outcome, Polarity, Study
from jtbd_core.study.value import Value, identifier

Severity = Literal["error", "warning", "info"]


class Finding(Value, frozen=True, kw_only=True):
    """One thing that a rule says about the job or the statement of an outcome.

    `rule` is `L01` to `L18`, or `language` for the note that a study is not in English. `outcome` is the id of an
    outcome, None for the job. `words` stand from `start` to `end` of the text; where it is about the whole, `start`
    equals `end`. A suggestion is mechanical and has up to three parts: the whole text rewritten (`suggestion`), the
    `dimension` the outcome belongs to instead (it then leaves its job step), and the `polarity` it should have. With
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

    @property
    def can_apply(self) -> bool:
        """Whether there is a suggestion that one click can take up."""
        return bool(self.suggestion or self.dimension or self.polarity)

    @property
    def offer(self) -> str:
        """What taking up the suggestion does, in words for a button or beside one; empty if there is none."""
        if self.second:
            return f"Split in two: “{self.suggestion}”, “{self.second}”"
        parts = [
            f"Change to “{self.suggestion}”" if self.suggestion else "",
            f"Move to {self.dimension} success outcomes" if self.dimension else "",
            f"Mark as {self.polarity}" if self.polarity else "",
        ]
        return "; ".join(filter(None, parts)).replace("; M", "; m")


def applied(study: Study, finding: Finding) -> Study:
    """Return the study with the finding's suggestion taken up; outcomes keep their ids and places.

    A second outcome gets an id of its own, and the place and polarity of the first.

    Raises StudyChanged if the text is no longer the one that the finding is about, InvalidStudy if the rewritten
    statement is there already. A finding without a suggestion changes nothing.
    """
    if finding.outcome is None:
        _check_place(study.job, finding)
        return study.with_job(finding.suggestion or study.job)
    if finding.outcome not in {one.id for one in study.outcomes}:
        raise StudyChanged("This outcome is no longer part of the study.")
    place = next(n for n, one in enumerate(study.outcomes) if one.id == finding.outcome)
    first = changed(study.outcomes[place], finding)
    both = [first]
    if finding.second:
        name = identifier(finding.second, {one.id for one in study.outcomes}, "outcome")
        both.append(replace(first, id=name, statement=finding.second))
    return replace(study, outcomes=(*study.outcomes[:place], *both, *study.outcomes[place + 1 :]))


def changed(outcome: Outcome, finding: Finding) -> Outcome:
    """Return the outcome with the finding's suggestion taken up."""
    _check_place(outcome.statement, finding)
    return replace(
        outcome,
        statement=finding.suggestion or outcome.statement,
        step=None if finding.dimension else outcome.step,
        dimension=finding.dimension or outcome.dimension,
        polarity=finding.polarity or outcome.polarity,
    )


def _check_place(text: str, finding: Finding) -> None:
    if text[finding.start : finding.end] != finding.words:
        raise StudyChanged("The text has changed since it was checked; look at the finding again.")
