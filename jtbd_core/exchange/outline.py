"""The parts of a study as rows that a person edits in a table, and back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.study import (
    DIMENSIONS,
    SOLUTION_QUESTION,
    Circumstance,
    Dimension,
    Option,
    Outcome,
    Polarity,
    Solution,
    Step,
    Study,
)
from jtbd_core.value import check_unique, identifier
from jtbd_core.wording import is_avoid, speaks

Row = Mapping[str, object]

PLACES: Mapping[str, Dimension] = {f"Success: {dimension}": dimension for dimension in DIMENSIONS}
"""What a success outcome belongs to, as it is called in a table."""

_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\(?\d{1,3}[.):]|\(?[a-z][.)])\s+")


def statements(text: str) -> list[str]:
    """Return the statements of a pasted list: one per line, without bullets, numbering and empty lines."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def places(study: Study) -> list[str]:
    """Return what an outcome of this study can belong to: its job steps, then the dimensions of success."""
    return [step.name for step in study.steps] + list(PLACES)


def with_statements(study: Study, text: str, place: str) -> Study:
    """Return the study with the pasted statements added under a job step or dimension.

    What an English statement says that it does not happen is to be avoided.
    """
    avoids = speaks(study.language)
    rows = [
        {"statement": line, "belongs to": place, "polarity": "avoid" if avoids and is_avoid(line) else "wanted"}
        for line in statements(text)
    ]
    return with_outcome_rows(study, [*outcome_rows(study), *rows])


def outcome_rows(study: Study) -> list[dict[str, object]]:
    """Return a row per outcome: id, statement, belongs to (a step's name or a dimension), polarity."""
    step_names = {step.id: step.name for step in study.steps}
    of_dimension = {dimension: place for place, dimension in PLACES.items()}
    return [
        {
            "id": one.id,
            "statement": one.statement,
            "belongs to": step_names[one.step] if one.step else of_dimension[cast(Dimension, one.dimension)],
            "polarity": one.polarity,
        }
        for one in study.outcomes
    ]


def with_outcome_rows(study: Study, rows: Sequence[Row]) -> Study:
    """Return the study with the outcomes of a table; rows without an id are new, rows without a word are left out."""
    step_ids = {step.name: step.id for step in study.steps}
    outcomes: list[Outcome] = []
    for name, row in _identified(rows, ("statement", "belongs to"), "outcome"):
        statement, place = _text(row, "statement"), _text(row, "belongs to")
        if place not in step_ids and place not in PLACES:
            raise InvalidStudy(f"Say which job step or dimension “{statement}” belongs to.")
        polarity = _text(row, "polarity") or "wanted"
        if polarity not in ("wanted", "avoid"):
            raise InvalidStudy(f"The polarity of “{statement}” is wanted or avoid, not “{polarity}”.")
        outcomes.append(
            Outcome(
                id=name,
                statement=statement,
                step=step_ids.get(place),
                dimension=PLACES.get(place) if place not in step_ids else None,
                polarity=cast(Polarity, polarity),
            )
        )
    return replace(study, outcomes=tuple(outcomes))


def step_rows(study: Study) -> list[dict[str, object]]:
    """Return a row per job step: id, name, core step; one blank row if there is none."""
    rows: list[dict[str, object]] = [
        {"id": step.id, "name": step.name, "core step": step.is_core} for step in study.steps
    ]
    return rows or [{"id": "", "name": "", "core step": False}]


def with_step_rows(study: Study, rows: Sequence[Row]) -> Study:
    """Return the study with the job steps of a table."""
    steps = tuple(
        Step(id=name, name=_text(row, "name"), is_core=bool(row.get("core step")))
        for name, row in _identified(rows, ("name",), "step")
    )
    left = {step.id for step in steps}
    for step in study.steps:
        orphans = sum(outcome.step == step.id for outcome in study.outcomes)
        if orphans and step.id not in left:
            raise InvalidStudy(f"The job step “{step.name}” still has {orphans} outcomes; move or delete them first.")
    return replace(study, steps=steps)


def solution_rows(study: Study) -> list[dict[str, object]]:
    """Return a row per solution: id, name; one blank row if there is none."""
    return [{"id": solution.id, "name": solution.name} for solution in study.solutions] or [{"id": "", "name": ""}]


def with_solution_rows(study: Study, rows: Sequence[Row]) -> Study:
    """Return the study with the solutions of a table."""
    named = _identified(rows, ("name",), "solution")
    solutions = tuple(Solution(id=name, name=_text(row, "name")) for name, row in named)
    check_unique((one.name for one in solutions), "names of solutions")
    return replace(study, solutions=solutions)


def circumstance_rows(study: Study) -> list[dict[str, object]]:
    """Return a row per circumstance question: id, question, options separated by semicolons; else one blank row."""
    rows: list[dict[str, object]] = [
        {"id": one.id, "question": one.question, "options": "; ".join(option.label for option in one.options)}
        for one in study.circumstances
    ]
    return rows or [{"id": "", "question": "", "options": ""}]


def with_circumstance_rows(study: Study, rows: Sequence[Row]) -> Study:
    """Return the study with the circumstance questions of a table; an option keeps its id while its label stays."""
    before = {one.id: {option.label: option.id for option in one.options} for one in study.circumstances}
    questions: list[Circumstance] = []
    for name, row in _identified(rows, ("question", "options"), "question"):
        options = _options(_text(row, "options"), before.get(name, {}))
        questions.append(Circumstance(id=name, question=_text(row, "question"), options=options))
    return replace(study, circumstances=tuple(questions))


def _options(text: str, before: Mapping[str, str]) -> tuple[Option, ...]:
    options: list[Option] = []
    for label in filter(None, (part.strip() for part in text.split(";"))):
        taken = {option.id for option in options} | set(before.values())
        options.append(Option(id=before.get(label) or identifier(label, taken, "option"), label=label))
    return tuple(options)


def _identified(rows: Sequence[Row], columns: Sequence[str], noun: str) -> Iterator[tuple[str, Row]]:
    """Yield the rows that have a word in one of the columns, each with its id or a new one made of the first column."""
    taken = {_text(row, "id") for row in rows} | {SOLUTION_QUESTION}
    for row in rows:
        if any(_text(row, column) for column in columns):
            name = _text(row, "id") or identifier(_text(row, columns[0]), taken, noun)
            taken.add(name)
            yield name, row


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""
