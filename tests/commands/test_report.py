"""The command `report`."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation
from python_calamine import CalamineWorkbook

from jtbd_core.commands import main
from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from tests.live.compared import STUDY
from tests.report.words import html_text, pdf_text, plain

READERS = {"html": html_text, "pdf": pdf_text}


@pytest.fixture
def study_id(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a study with a closed round, in a database that no server has open."""
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "headway.duckdb"))
    record = store.add_study(STUDY)
    store.import_wave(record.id, *demo_answers(STUDY, 30))
    store.close()
    return record.id


@pytest.mark.parametrize("ending", READERS)
def test_a_report_is_written(study_id: str, tmp_path: Path, ending: str) -> None:
    """As HTML and as PDF, of the round that is asked for."""
    out = tmp_path / f"board.{ending}"
    done = CliRunner().invoke(main, ["report", study_id, "--round", "1", "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert plain("Round 1 ·") in READERS[ending](out.read_bytes())
    assert plain("30 people · everybody") in READERS[ending](out.read_bytes())


def test_another_ending_is_refused(study_id: str, tmp_path: Path) -> None:
    """In one line that says which there are."""
    done = CliRunner().invoke(main, ["report", study_id, "--out", str(tmp_path / "board.docx")])
    assert done.exit_code == 2
    assert "A report can be written to a .html, .pdf, .pptx or .xlsx file, not to board.docx." in done.output


def test_a_full_report_is_written(study_id: str, tmp_path: Path) -> None:
    """Everything in chapters, where that depth is asked for."""
    out = tmp_path / "full.html"
    done = CliRunner().invoke(main, ["report", study_id, "--out", str(out), "--depth", "full"])
    assert done.exit_code == 0, done.output
    assert plain("Other scores, key outcomes") in html_text(out.read_bytes())


def test_a_presentation_is_written(study_id: str, tmp_path: Path) -> None:
    """For a board, unless all is asked for."""
    out = tmp_path / "board.pptx"
    done = CliRunner().invoke(main, ["report", study_id, "--out", str(out)])
    assert done.exit_code == 0, done.output
    slides = Presentation(str(out)).slides
    assert 5 <= len(slides) <= 9
    assert slides[1].shapes.title.text


def test_a_workbook_is_written(study_id: str, tmp_path: Path) -> None:
    """With a sheet per table, in full where that is asked for."""
    out = tmp_path / "full.xlsx"
    done = CliRunner().invoke(main, ["report", study_id, "--out", str(out), "--depth", "full"])
    assert done.exit_code == 0, done.output
    names = CalamineWorkbook.from_path(str(out)).sheet_names
    assert {"Report", "Success outcomes", "Limits", "Codebook"} <= set(names)
