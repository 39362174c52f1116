"""The outcomes of a study as a CSV file or an Excel workbook with the same columns, out and in.

Columns: id, kind (one of `study.KINDS`), job_step (its name, for key outcomes), polarity (`wanted` or `avoid`),
statement, and `statement_<language>` for each translation.
"""

import csv
import io
from collections.abc import Iterator, Mapping

import pandas as pd

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.csv_file import open_csv
from jtbd_core.exchange.formulas import marked, unmarked
from jtbd_core.exchange.workbook import STARTS, first_sheet, workbook
from jtbd_core.study import Study

COLUMNS = ("id", "kind", "job_step", "polarity", "statement")
TRANSLATED = "statement_"

Cells = Mapping[str, str]


def outcomes_csv(study: Study) -> bytes:
    """Return the outcomes as a CSV file that spreadsheets open with the right letters and without running anything."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in _table(study):
        writer.writerow(map(marked, row))
    return file.getvalue().encode("utf-8-sig")


def outcomes_excel(study: Study) -> bytes:
    """Return the outcomes as an Excel workbook of one sheet; each cell is text."""
    headings, *rows = _table(study)
    return workbook({"Outcomes": pd.DataFrame(rows, columns=headings)})


def file_rows(content: bytes) -> list[tuple[int, Cells]]:
    """Return the rows of a CSV file or workbook below its headings, each with its number and its cells by heading."""
    table = enumerate(first_sheet(content), start=1) if content.startswith(STARTS) else _csv(content)
    number, first = next(table, (1, []))
    headings = [heading.strip().lower().replace(" ", "_") for heading in first]
    if "statement" not in headings:
        raise UnreadableFile(f"Row {number} has no column “statement”; the columns are {', '.join(COLUMNS)}.")
    rows: list[tuple[int, Cells]] = []
    for number, cells in table:
        if len(cells) > len(headings):
            raise UnreadableFile(f"Row {number} has {len(cells)} cells, but row 1 has {len(headings)} headings.")
        if any(cell.strip() for cell in cells):
            rows.append((number, dict(zip(headings, cells, strict=False))))
    return rows


def _table(study: Study) -> Iterator[list[str]]:
    """Yield the headings, then a row per outcome."""
    languages = sorted(study.translations)
    steps = {step.id: step.name for step in study.steps}
    yield [*COLUMNS, *(f"{TRANSLATED}{language.lower()}" for language in languages)]
    for one in study.outcomes:
        translations = [study.translations[language].get(f"outcome.{one.id}", "") for language in languages]
        yield [one.id, one.kind, steps.get(one.step or "", ""), one.polarity, one.statement, *translations]


def _csv(content: bytes) -> Iterator[tuple[int, list[str]]]:
    file = open_csv(content)
    yield 1, list(file.headings)
    for number, cells in file.records():
        yield number, [unmarked(cell) for cell in cells]
