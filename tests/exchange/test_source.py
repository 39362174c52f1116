"""The bytes of a file: where they come from, and in which encoding they are."""

import io
from pathlib import Path

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.exchange.source import text_of
from tests.exchange.test_ratings_file import WIDE

UMLAUTS = WIDE.replace("calm", "gemütlich").replace("bob", "Zoë")


def test_sources(tmp_path: Path) -> None:
    """A path, its text, bytes and open files give the same."""
    path = tmp_path / "ratings.csv"
    path.write_text(WIDE, encoding="utf-8")
    with path.open("rb") as opened, path.open(encoding="utf-8") as text:
        found = [read_ratings(source).ratings for source in (path, str(path), WIDE.encode(), opened, text)]
    assert all(one.equals(found[0]) for one in found)
    assert read_ratings(io.BytesIO(WIDE.encode())).outcomes == ("speed", "calm")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("cp1252", ("The file was read as Windows-1252.",)),
        ("utf-16", ("The file was read as UTF-16.",)),
        ("utf-16-le", ("The file was read as UTF-16-LE.",)),
        ("utf-16-be", ("The file was read as UTF-16-BE.",)),
        ("utf-32", ("The file was read as UTF-32.",)),
    ],
)
def test_encodings(encoding: str, said: tuple[str, ...]) -> None:
    """Letters with accents arrive whatever the encoding; one that had to be guessed is said."""
    read = read_ratings(UMLAUTS.encode(encoding))
    assert (read.respondents, read.outcomes, read.notes[: len(said)]) == (("ann", "Zoë"), ("speed", "gemütlich"), said)


def test_a_damaged_letter_makes_no_garbage_of_the_others() -> None:
    """A text in UTF-8 with a byte too few is not read in another encoding."""
    damaged = (UMLAUTS + "éric,1,1,1,1\n" * 3).encode().replace("Zoë".encode(), b"Zo\xc3")
    with pytest.raises(UnreadableFile, match="Row 3 is damaged"):
        text_of(damaged)


@pytest.mark.parametrize("end", [b"\x1a", b"\r\n\x1a", b"\x1a\x00\x00", b"\n\n  \n"])
def test_what_ends_a_text_is_no_row(end: bytes) -> None:
    """Ctrl-Z, zeros and blank lines at the end are left out."""
    assert text_of(b"a,b\r1,2" + end)[0] == b"a,b\n1,2"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf\n", b"\xff\xfe", b"\x1a"])
def test_nothing_is_an_empty_file(content: bytes) -> None:
    """A mark alone is no text."""
    with pytest.raises(UnreadableFile, match="The file is empty"):
        text_of(content)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is a refusal too."""
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv cannot be read: No such file"):
        read_ratings(tmp_path / "nowhere.csv")
