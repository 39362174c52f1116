"""The sections of a study: each job step and each dimension of success, with the outcomes that are rated together."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from jtbd_core.cache import for_same_objects
from jtbd_core.study.study import DIMENSIONS, Dimension, Outcome, Study

Item = TypeVar("Item")


class Section(NamedTuple):
    """A section of a study: a job step by its id, or a dimension of success."""

    step: str | None = None
    dimension: Dimension | None = None

    @property
    def id(self) -> str:
        """The id, unique within a study: `step.<id>` or the dimension's name."""
        return str(self.dimension) if self.step is None else f"step.{self.step}"

    def name(self, study: Study) -> str:
        """Return the job step's name, or "Functional"; raise StopIteration if the study has no such job step."""
        if self.step is None:
            return str(self.dimension).capitalize()
        return next(step.name for step in study.steps if step.id == self.step)

    def label(self, study: Study) -> str:
        """Return the label of the section in a list of all: the job step's name, or "Success: functional"."""
        return self.name(study) if self.dimension is None else f"Success: {self.dimension}"

    def outcomes(self, study: Study) -> tuple[Outcome, ...]:
        """Return the outcomes of this section, in the order of the study."""
        return tuple(one for one in study.outcomes if section_of(one) == self)


def section_of(outcome: Outcome) -> Section:
    """Return the section that an outcome belongs to."""
    return Section(outcome.step, outcome.dimension)


@for_same_objects
def sections(study: Study) -> tuple[Section, ...]:
    """Return all sections, including empty ones: the job steps in their order, then the dimensions."""
    return (*(Section(step=step.id) for step in study.steps), *(Section(dimension=one) for one in DIMENSIONS))


def asked_sections(study: Study) -> dict[Section, Sequence[Outcome]]:
    """Return the sections that have outcomes, in the order of the form, each with its outcomes in the study's order."""
    groups: dict[Section, list[Outcome]] = {section: [] for section in sections(study)}
    for outcome in study.outcomes:
        groups[section_of(outcome)].append(outcome)
    return in_form_order(groups)


def in_form_order(groups: Mapping[Section, Sequence[Item]]) -> dict[Section, Sequence[Item]]:
    """Return the groups that are not empty: job steps before dimensions, in each shorter groups first (stable sort)."""
    filled = (section for section, group in groups.items() if group)
    ordered = sorted(filled, key=lambda section: (section.step is None, len(groups[section])))
    return {section: groups[section] for section in ordered}
