"""CSV files: sources, spellings and encodings."""

import io
from pathlib import Path

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings
from tests.exchange.test_ratings_file import WIDE, rows


@pytest.mark.parametrize(
    "same",
    [
        WIDE.replace(",", ";"),
        WIDE.replace(",", "\t"),
        WIDE.replace("\n", "\r\n"),
        "\ufeff" + WIDE,
        WIDE.replace("5,4,2", "5.00,4.0,2e0"),
        WIDE.replace(",", ";").replace("5;4;2", "5,00;4,0;2"),
        WIDE.replace("5,4,2,", "5,4,2,NA"),
        WIDE.replace("5,4,2,", " 5,4 ,2, "),
        WIDE.replace("ann,", '" ann ",'),
        WIDE.replace("\nbob", "\n\nbob") + "\n,,,,\n",
        WIDE.replace("respondent", '"respondent"').rstrip("\n"),
    ],
)
def test_ways_to_write_the_same_file(same: str) -> None:
    """Delimiter, line ends, byte order mark, decimals, spaces and blank lines do not change what is read."""
    assert rows(same) == rows(WIDE)


def test_sources(tmp_path: Path) -> None:
    """A path, its text, bytes and open files give the same."""
    path = tmp_path / "ratings.csv"
    path.write_text(WIDE, encoding="utf-8")
    with path.open("rb") as opened, path.open(encoding="utf-8") as text:
        found = [read_ratings(source).ratings for source in (path, str(path), WIDE.encode(), opened, text)]
    assert all(one.equals(found[0]) for one in found)
    assert read_ratings(io.BytesIO(WIDE.encode())).outcomes == ("speed", "calm")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (WIDE.replace("bob", "Zoë").encode("latin-1"), "Row 3: the file is not in UTF-8"),
        (WIDE.replace("calm", "gemütlich").encode("cp1252"), "Row 1: the file is not in UTF-8"),
        (WIDE.encode("utf-16"), "This is text in UTF-16"),
    ],
)
def test_refused_encodings(content: bytes, message: str) -> None:
    """A file in another encoding is refused with what to do, not read as garbage."""
    with pytest.raises(UnreadableFile, match=message):
        read_ratings(content)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is a refusal too."""
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv cannot be read: No such file"):
        read_ratings(tmp_path / "nowhere.csv")
