"""Editing a study: each change returns a new study, and a history remembers those before it.

Outcomes are ordered within their section; changes take the ids of one or several.
"""

from collections.abc import Collection, Sequence
from typing import TypeVar

from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.sections import Section, section_of
from jtbd_core.study import Outcome, Polarity, Step, Study
from jtbd_core.value import Value, identifier

LONGEST_HISTORY = 100
Item = TypeVar("Item", Outcome, Step)


class History(Value, frozen=True, kw_only=True):
    """A study and what it was before, so that changes can be taken back and made again."""

    now: Study
    past: tuple[tuple[str, Study], ...] = ()
    future: tuple[tuple[str, Study], ...] = ()
    field: str = ""

    def changed(self, study: Study, what: str, field: str = "") -> "History":
        """Return the history with one more change; typing on in the same field is one change."""
        if study == self.now:
            return self
        goes_on = bool(field) and field == self.field and bool(self.past)
        past = self.past if goes_on else (*self.past, (what, self.now))[-LONGEST_HISTORY:]
        return History(now=study, past=past, field=field)

    def undone(self) -> "History":
        """Return the history before its last change."""
        what, before = self.past[-1]
        return History(now=before, past=self.past[:-1], future=(*self.future, (what, self.now)))

    def redone(self) -> "History":
        """Return the history with the change made again that was undone last."""
        what, after = self.future[-1]
        return History(now=after, past=(*self.past, (what, self.now)), future=self.future[:-1])


def with_statement(study: Study, outcome_id: str, statement: str) -> Study:
    """Return the study with an outcome worded anew; refuse where it is gone, so that no words are lost unseen."""
    if outcome_id not in {one.id for one in study.outcomes}:
        raise InvalidStudy(f"The outcome that should read “{statement}” is no longer part of the study.")
    return _with_outcomes(study, {outcome_id}, statement=statement)


def with_polarity(study: Study, ids: Collection[str], polarity: Polarity) -> Study:
    """Return the study with the polarity of these outcomes."""
    return _with_outcomes(study, ids, polarity=polarity)


def placed(study: Study, ids: Collection[str], section: Section) -> Study:
    """Return the study with these outcomes at the end of another section."""
    there = _with_outcomes(study, ids, step=section.step, dimension=section.dimension).outcomes
    stayed = [one for one in there if one.id not in ids]
    return replace(study, outcomes=(*stayed, *(one for one in there if one.id in ids)))


def moved(study: Study, ids: Collection[str], by: int) -> Study:
    """Return the study with these outcomes one up (`by` is -1) or down (1), each within its section."""
    outcomes = list(study.outcomes)
    for section in dict.fromkeys(map(section_of, outcomes)):
        spots = [n for n, one in enumerate(outcomes) if section_of(one) == section]
        shifted = _shifted([outcomes[n] for n in spots], ids, by)
        for spot, outcome in zip(spots, shifted, strict=True):
            outcomes[spot] = outcome
    return replace(study, outcomes=tuple(outcomes))


def duplicated(study: Study, ids: Collection[str]) -> Study:
    """Return the study with a copy after each of these outcomes, its statement marked as one."""
    outcomes: list[Outcome] = []
    taken, said = {one.id for one in study.outcomes}, {one.statement for one in study.outcomes}
    for one in study.outcomes:
        outcomes.append(one)
        if one.id in ids:
            copies = (f"{one.statement} (copy{f' {n}' if n > 1 else ''})" for n in range(1, len(said) + 2))
            copy = replace(
                one, id=identifier(one.statement, taken), statement=next(text for text in copies if text not in said)
            )
            taken.add(copy.id)
            said.add(copy.statement)
            outcomes.append(copy)
    return replace(study, outcomes=tuple(outcomes))


def without(study: Study, ids: Collection[str]) -> Study:
    """Return the study without these outcomes."""
    return replace(study, outcomes=tuple(one for one in study.outcomes if one.id not in ids))


def with_new_step(study: Study, name: str) -> Study:
    """Return the study with one more job step at the end."""
    new = Step(id=identifier(name, {step.id for step in study.steps}, "step"), name=name)
    return replace(study, steps=(*study.steps, new))


def with_step_name(study: Study, step_id: str, name: str) -> Study:
    """Return the study with a job step named anew."""
    return replace(study, steps=tuple(replace(one, name=name) if one.id == step_id else one for one in study.steps))


def with_core_step(study: Study, step_id: str | None) -> Study:
    """Return the study with this job step as the core step, or with none."""
    return replace(study, steps=tuple(replace(one, is_core=one.id == step_id) for one in study.steps))


def moved_step(study: Study, step_id: str, by: int) -> Study:
    """Return the study with a job step one up (`by` is -1) or down (1)."""
    return replace(study, steps=tuple(_shifted(study.steps, {step_id}, by)))


def without_step(study: Study, step_id: str) -> Study:
    """Return the study without a job step; refuse while outcomes belong to it."""
    orphans = Section(step=step_id).outcomes(study)
    if orphans:
        name = next(step.name for step in study.steps if step.id == step_id)
        raise InvalidStudy(f"The job step “{name}” still has {len(orphans)} outcomes; move or delete them first.")
    return replace(study, steps=tuple(step for step in study.steps if step.id != step_id))


def _with_outcomes(study: Study, ids: Collection[str], **changes: object) -> Study:
    return replace(study, outcomes=tuple(replace(one, **changes) if one.id in ids else one for one in study.outcomes))


def _shifted(items: Sequence[Item], ids: Collection[str], by: int) -> list[Item]:
    """Return the items with the chosen ones one place on; what already stands at that end stays."""
    ordered = list(items)[::by]
    for n in range(len(ordered) - 1, 0, -1):
        if ordered[n - 1].id in ids and ordered[n].id not in ids:
            ordered[n - 1 : n + 1] = ordered[n], ordered[n - 1]
    return ordered[::by]
