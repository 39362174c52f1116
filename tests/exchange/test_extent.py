"""Small workbooks that claim the whole sheet, or unpack to far more than they are."""

import io
import zipfile

import pandas as pd
import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange import extent
from jtbd_core.exchange.extent import readable
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.exchange.workbook import workbook

RATINGS = workbook(
    {"Ratings": pd.DataFrame({"imp_a": [5, 4], "sat_a": [2, 3]}), "Notes": pd.DataFrame({"note": ["x"]})}
)
LAST_ROW = b'<row r="1048576">%s</row></sheetData>'
FILLED, FORMATTED = b'<c r="XFD1048576"><v>1</v></c>', b'<c r="XFD1048576" s="1"/>'


def with_last(cell: bytes, sheet: int = 1, said: bytes = b'"A1:XFD1048576"') -> bytes:
    """Return the workbook with a cell in the last column and row of a sheet, which says how large it is."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(RATINGS)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            if name.endswith(f"sheet{sheet}.xml"):
                text = text.replace(b"</sheetData>", LAST_ROW % cell).replace(b'"A1:B3"', said)
            after.writestr(name, text)
    return written.getvalue()


def test_a_stray_cell_is_left_out_and_named() -> None:
    """A cell in the last corner would have 17 billion read: what is read is the table, and the note says so."""
    read = read_ratings(with_last(FILLED))
    assert read.ratings["experience"].tolist() == [2, 3]
    assert "Cell XFD1048576, far from the table, was left out." in read.notes


def test_a_sheet_is_not_believed_how_large_it_is() -> None:
    """A sheet that says that it is small has its stray cell left out all the same."""
    lying = with_last(FILLED.replace(b'"XFD1048576"', b"'XFD1048576'"), said=b'"A1:B3"')
    assert read_ratings(lying).notes == read_ratings(with_last(FILLED)).notes


def test_a_table_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cells that span the block are no strays, nothing is left out silently."""
    monkeypatch.setattr(extent, "MOST_CELLS", 3)
    with pytest.raises(UnreadableFile, match="up to column 2 and row 3"):
        read_ratings(RATINGS)


def test_formatted_cells_and_other_sheets_cost_nothing() -> None:
    """Only filled cells of the sheet that is read matter."""
    for content in (with_last(FORMATTED), with_last(FILLED, sheet=2)):
        assert len(read_ratings(content).ratings) == 2


def test_a_bomb_is_refused_by_what_it_unpacks_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The size of the unpacked sheet is known before it is unpacked."""
    monkeypatch.setattr(extent, "MOST_BYTES", 500)
    with pytest.raises(UnreadableFile, match="unpacks to"):
        readable(RATINGS, 0)
