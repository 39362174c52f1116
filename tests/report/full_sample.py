"""A full report of a small study, gathered once from a store for all tests of its files."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from jtbd_core.exchange.demo import demo_answers
from jtbd_core.live.findings import Findings
from jtbd_core.report.chapter import Cell, FullReport, Quantity, Range, Table, printed
from jtbd_core.report.full_report import full_report
from jtbd_core.store import open_store
from tests.live.compared import STUDY
from tests.report.test_board_report import subject


class Sample(NamedTuple):
    """A report, the same without groups and remarks, and the findings that both report."""

    report: FullReport
    alone: FullReport
    found: Findings


@lru_cache
def full_sample() -> Sample:
    """Return the report of the second of two rounds of 60 people, with remarks and a decision."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "headway.duckdb")
        record = store.add_study(STUDY)
        before = store.import_wave(record.id, *demo_answers(STUDY, 60, 0))
        ratings, profiles = demo_answers(STUDY, 60, 1)
        written = {person: f"I miss my records, {at}" for at, person in enumerate(list(profiles)[:6])}
        wave = store.import_wave(record.id, ratings, profiles, remarks=written)
        store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id)])
        store.add_note(wave.id, STUDY.outcomes[0].id, "decision", "Ann", "=2+2: two nurses more")
        about = subject(store, STUDY, wave)._replace(counting=(wave, before))
        report = full_report(store, about)
        alone = full_report(store, about._replace(with_groups=False, with_remarks=False))
        store.close()
    return Sample(report, alone, about.found)


def tables(report: FullReport, *reaches: str) -> list[Table]:
    """Return the tables of a report that reach these files."""
    return [table for chapter in report.chapters for table in chapter.tables if table.reach in reaches]


def figures(found: list[Table]) -> list[str]:
    """Return every figure of tables, as it is printed."""
    cells = [cell for table in found for row in table.rows for cell in row.cells]
    return [text for cell in cells for text in _printed(cell)]


def _printed(cell: Cell) -> list[str]:
    if isinstance(cell, Quantity):
        return [str(cell)]
    return [printed(end, cell.decimals) for end in (cell.low, cell.high)] if isinstance(cell, Range) else []
