"""The outcomes of a file taken into a study, and what that changes."""

from collections.abc import Mapping

from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy, UnreadableFile
from jtbd_core.exchange.outcomes_file import TRANSLATED, Cells, file_rows
from jtbd_core.study import KINDS, Kind, Outcome, Polarity, Step, Study
from jtbd_core.study.value import Value, check_text, identifier, is_id
from jtbd_core.study.wording import is_avoid, is_english


class Difference(Value, frozen=True, kw_only=True):
    """What taking in a file changes: the statements that come, go and change, and the job steps that come."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    steps: tuple[str, ...]
    is_reordered: bool


def difference(before: Study, after: Study) -> Difference:
    """Return what is different between two states of a study's outcomes and job steps."""
    old, new = ({one.id: one for one in study.outcomes} for study in (before, after))
    stayed = [name for name in old if name in new]
    texts = {name: (_translations(before, name), _translations(after, name)) for name in stayed}
    known = {step.id for step in before.steps}
    return Difference(
        added=tuple(one.statement for name, one in new.items() if name not in old),
        changed=tuple(
            _changes(old[name].statement, new[name].statement)
            for name in stayed
            if old[name] != new[name] or texts[name][0] != texts[name][1]
        ),
        removed=tuple(one.statement for name, one in old.items() if name not in new),
        steps=tuple(step.name for step in after.steps if step.id not in known),
        is_reordered=stayed != [name for name in new if name in old],
    )


def with_outcomes_file(study: Study, content: bytes) -> Study:
    """Return the study with the outcomes of a file in place of its own; job steps that it names and lacks are added.

    A row whose id is known changes that outcome. Raises UnreadableFile naming row and column of the first bad cell.
    """
    rows = file_rows(content)
    steps = {step.name: step for step in study.steps}
    taken = {_cell(cells, "id") for _, cells in rows}
    outcomes: list[Outcome] = []
    translations = {language: dict(texts) for language, texts in study.translations.items()}
    for number, cells in rows:
        try:
            outcome = _outcome(study, cells, taken, steps)
            _translate(translations, outcome.id, cells, study)
        except _BadCell as bad:
            raise UnreadableFile(f"Row {number}, column {bad.column}: {bad}") from bad
        taken.add(outcome.id)
        outcomes.append(outcome)
    _check_twice(rows, "id", [one.id for one in outcomes])
    _check_twice(rows, "statement", [one.statement for one in outcomes])
    return replace(study, steps=tuple(steps.values()), outcomes=tuple(outcomes), translations=translations)


class _BadCell(Exception):
    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column = column


def _outcome(study: Study, cells: Cells, taken: set[str], steps: dict[str, Step]) -> Outcome:
    name = _cell(cells, "id")
    before = next((one for one in study.outcomes if one.id == name), None)
    statement = _text(cells, "statement", before.statement if before else "")
    if name and not is_id(name):
        raise _BadCell("id", f"“{name}” cannot be an id: use lower-case letters, digits, - and _, or leave it empty.")
    kind = _kind(cells)
    step = _step(cells, steps) if kind == "key outcome" else None
    if step is None and _cell(cells, "job_step"):
        raise _BadCell("job_step", f"A {kind} outcome has no job step; empty the cell, or make it a key outcome.")
    return Outcome(
        id=name or identifier(statement, taken, "outcome"),
        statement=statement,
        step=step.id if step else None,
        dimension=None if kind == "key outcome" else kind,
        polarity=_polarity(cells, statement, study.language),
    )


def _kind(cells: Cells) -> Kind:
    named = _cell(cells, "kind").lower() or ("key outcome" if _cell(cells, "job_step") else "")
    for kind in KINDS:
        if kind == named:
            return kind
    said = f"“{named}” is no kind of outcome" if named else "The kind is missing"
    raise _BadCell("kind", f"{said}; write {', '.join(KINDS[:-1])} or {KINDS[-1]}.")


def _step(cells: Cells, steps: dict[str, Step]) -> Step:
    """Return the job step of this name, added where it is missing."""
    name = cells.get("job_step", "")
    if name not in steps:
        name = _text(cells, "job_step", "")
    if name not in steps:
        steps[name] = Step(id=identifier(name, {step.id for step in steps.values()}, "step"), name=name)
    return steps[name]


def _polarity(cells: Cells, statement: str, language: str) -> Polarity:
    polarity = _cell(cells, "polarity").lower()
    if polarity == "avoid" or (not polarity and is_english(language) and is_avoid(statement)):
        return "avoid"
    if polarity not in ("", "wanted"):
        raise _BadCell("polarity", f"“{polarity}” is no polarity; write wanted or avoid.")
    return "wanted"


def _translate(translations: dict[str, dict[str, str]], name: str, cells: Cells, study: Study) -> None:
    """Put the translations of an outcome in; an empty cell takes its translation away."""
    codes = {code.lower(): code for code in study.translations}
    for column in cells:
        if column.startswith(TRANSLATED):
            code = codes.get(column.removeprefix(TRANSLATED), column.removeprefix(TRANSLATED))
            said = translations.setdefault(code, {})
            before = said.pop(f"outcome.{name}", "")
            if cells[column].strip():
                said[f"outcome.{name}"] = _text(cells, column, before)


def _check_twice(rows: list[tuple[int, Cells]], column: str, values: list[str]) -> None:
    """Refuse a value that two rows have."""
    seen: dict[str, int] = {}
    for (number, _), value in zip(rows, values, strict=True):
        if value in seen:
            raise UnreadableFile(f"Row {number}, column {column}: “{value}” stands in row {seen[value]} too.")
        seen[value] = number


def _cell(cells: Cells, column: str) -> str:
    return cells.get(column, "").strip()


def _text(cells: Cells, column: str, before: str) -> str:
    """Return a text that can stand in a study, without spaces around it unless it had them before."""
    text = _cell(cells, column)
    try:
        check_text(text, "The text")
    except InvalidStudy as error:
        raise _BadCell(column, str(error)) from error
    return before if text == before.strip() else text


def _translations(study: Study, name: str) -> Mapping[str, str]:
    return {code: texts[f"outcome.{name}"] for code, texts in study.translations.items() if f"outcome.{name}" in texts}


def _changes(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"
