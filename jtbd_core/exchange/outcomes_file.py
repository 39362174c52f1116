"""Export and import of the outcomes of a study, as a CSV file or an Excel workbook with the same columns.

Columns: id, kind (one of `study.KINDS`), job_step and activity (their names, for key outcomes), polarity (`wanted` or
`avoid`), statement, and `statement_<language>` for each translation.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice

import pandas as pd
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy, UnreadableFile
from jtbd_core.exchange.csv_file import CsvFile
from jtbd_core.exchange.formulas import marked, unmarked
from jtbd_core.exchange.headings import plain_heading
from jtbd_core.exchange.shape import MOST_ABOVE
from jtbd_core.exchange.sheets import open_files
from jtbd_core.exchange.workbook import workbook
from jtbd_core.study import KINDS, Activity, Kind, Outcome, Polarity, Step, Study
from jtbd_core.study.outcome_ids import outcome_ids
from jtbd_core.study.value import check_count, check_text, comparable, identifier, is_id
from jtbd_core.study.wording import is_avoid, is_english

COLUMNS = ("id", "kind", "job_step", "activity", "polarity", "statement")
TRANSLATED = "statement_"

Cells = Mapping[str, str]


def outcomes_csv(study: Study) -> bytes:
    """Return the outcomes as a CSV file, in UTF-8 with a byte order mark and with formulas marked as text."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in _table(study):
        writer.writerow(map(marked, row))
    return file.getvalue().encode("utf-8-sig")


def outcomes_excel(study: Study) -> bytes:
    """Return the outcomes as an Excel workbook of one sheet; each cell is text."""
    headings, *rows = _table(study)
    return workbook({"Outcomes": pd.DataFrame(rows, columns=headings)})


def with_outcomes_file(study: Study, content: bytes) -> Study:
    """Return the study with its outcomes replaced by those of a file; job steps and activities that are new are added.

    A row with the id of an outcome changes that outcome; a row without an id gets a neutral one. An empty kind
    is a key outcome if there is a job step; an empty polarity is read from the wording of an English statement.

    Raises:
        UnreadableFile: a cell is wrong; the message names row and column of the first one.
        InvalidStudy: there are too many rows.
    """
    rows = _rows(content)
    check_count(len(rows), "outcomes")
    steps = {_same(step.name): step for step in study.steps}
    given = {_cell(cells, "id") for _, cells in rows}
    ids = (one for one in outcome_ids(study) if one not in given)
    outcomes: list[Outcome] = []
    translations = {language: dict(texts) for language, texts in study.translations.items()}
    for number, cells in rows:
        try:
            outcome = _outcome(study, cells, ids, steps)
            _translate(translations, outcome.id, cells)
        except _BadCell as bad:
            raise UnreadableFile(f"Row {number}, column {bad.column}: {bad}") from bad
        outcomes.append(outcome)
    _check_twice(rows, "id", [one.id for one in outcomes])
    _check_twice(rows, "statement", [one.statement for one in outcomes])
    return replace(study, steps=tuple(steps.values()), outcomes=tuple(outcomes), translations=translations)


def study_of_outcomes(content: bytes) -> Study:
    """Return a study of the outcomes of a file, whose title and job are still to be said; the same errors."""
    return with_outcomes_file(Study(title="Outcomes", job="Outcomes"), content)


class _BadCell(Exception):
    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column = column


def _outcome(study: Study, cells: Cells, ids: Iterator[str], steps: dict[str, Step]) -> Outcome:
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
        id=name or next(ids),
        statement=statement,
        step=step.id if step else None,
        activity=_activity(cells, step, steps, before),
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
    """Return the job step of this name, however it is spelled, added to `steps` where it is missing."""
    same = _same(cells.get("job_step", ""))
    if same not in steps:
        name = _text(cells, "job_step", "")
        steps[same] = Step(id=identifier(name, {step.id for step in steps.values()}, "step"), name=name)
    return steps[same]


def _activity(cells: Cells, step: Step | None, steps: dict[str, Step], before: Outcome | None) -> str | None:
    """Return the id of the activity of this name, added to the step in `steps` where it is missing.

    Without a column `activity` an outcome that stays in its job step keeps its own.
    """
    name = _cell(cells, "activity")
    if step is None and name:
        raise _BadCell("activity", "Only a key outcome has an activity; empty the cell, or make it a key outcome.")
    if step is None:
        return None
    if "activity" not in cells and before and before.step == step.id:
        return before.activity
    if not name:
        return None
    same = next((one for one in step.activities if _same(one.name) == _same(name)), None)
    if same is None:
        taken = {one.id for one in step.activities}
        same = Activity(id=identifier(name, taken, "activity"), name=_text(cells, "activity", ""))
        steps[_same(step.name)] = replace(step, activities=(*step.activities, same))
    return same.id


def _same(name: str) -> str:
    return comparable(name).casefold()


def _polarity(cells: Cells, statement: str, language: str) -> Polarity:
    polarity = _cell(cells, "polarity").lower()
    if polarity == "avoid" or (not polarity and is_english(language) and is_avoid(statement)):
        return "avoid"
    if polarity not in ("", "wanted"):
        raise _BadCell("polarity", f"“{polarity}” is no polarity; write wanted or avoid.")
    return "wanted"


def _translate(translations: dict[str, dict[str, str]], name: str, cells: Cells) -> None:
    """Set the translations of an outcome in `translations`; an empty cell deletes its translation."""
    for column in cells:
        if column.startswith(TRANSLATED):
            code = column.removeprefix(TRANSLATED)
            said = translations.setdefault(code, {})
            before = said.pop(f"outcome.{name}", "")
            if cells[column].strip():
                said[f"outcome.{name}"] = _text(cells, column, before)


def _check_twice(rows: list[tuple[int, Cells]], column: str, values: list[str]) -> None:
    """Refuse a value that appears in two rows, or two that look alike."""
    seen: dict[str, int] = {}
    for (number, _), value in zip(rows, values, strict=True):
        before = seen.setdefault(comparable(value), number)
        if before != number:
            raise UnreadableFile(f"Row {number}, column {column}: “{value}” stands in row {before} too.")


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


def _rows(content: bytes) -> list[tuple[int, Cells]]:
    """Return the rows of a CSV file or workbook below its headings: number and cells by heading, without blank rows.

    Of a workbook it is the first visible sheet with a column of statements; titles may stand above the headings.
    """
    first = None
    for file in open_files(content):
        for row, cells, _ in islice(file.records(), MOST_ABOVE):
            headings = [_heading(cell) for cell in cells]
            if "statement" in headings:
                return _below(file, row, headings)
            first = first or row
    raise UnreadableFile(f"Row {first or 1} has no column “statement”; the columns are {', '.join(COLUMNS)}.")


def _below(file: CsvFile, first: int, headings: list[str]) -> list[tuple[int, Cells]]:
    rows: list[tuple[int, Cells]] = []
    for number, cells, _ in file.records():
        if any(cells[len(headings) :]):
            raise UnreadableFile(f"Row {number} has {len(cells)} cells, but row {first} has {len(headings)} headings.")
        if number > first and any(map(comparable, cells)):
            said = cells if file.sheet else map(unmarked, cells)
            rows.append((number, dict(zip(headings, said, strict=False))))
    return rows


def _heading(cell: str) -> str:
    """Return the name of a column; the language at its end is spelled as usual, such as pt-BR."""
    name = plain_heading(cell)
    if not name.startswith(TRANSLATED):
        return name
    language, *parts = name.removeprefix(TRANSLATED).split("_")
    return TRANSLATED + "-".join([language, *(one.title() if len(one) == 4 else one.upper() for one in parts)])


def _table(study: Study) -> Iterator[list[str]]:
    """Yield the headings, then a row per outcome."""
    languages = sorted(study.translations)
    steps = {step.id: step for step in study.steps}
    yield [*COLUMNS, *(f"{TRANSLATED}{language}" for language in languages)]
    for one in study.outcomes:
        translations = [study.translations[language].get(f"outcome.{one.id}", "") for language in languages]
        step, activity = "", ""
        if one.step:
            step = steps[one.step].name
            activity = next((part.name for part in steps[one.step].activities if part.id == one.activity), "")
        yield [one.id, one.kind, step, activity, one.polarity, one.statement, *translations]
