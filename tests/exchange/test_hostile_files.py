"""Files that were damaged on their way: each ends in a table or in one clear line, and nobody is lost unsaid."""

import csv
import io
import random

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from tests.exchange.test_extent import FILLED, with_last
from tests.exchange.test_shape import SHAPES

PIECES = [
    '"',
    ",",
    ";",
    "\n",
    "\r\n",
    "\t",
    "\x00",
    "\x1a",
    "é",
    "\u200b",
    "9",
    "-1",
    "N/A",
    "x",
    "5.5",
    "=1",
    '""',
    ",,,",
    "\ufeff",
]
ROUNDS = 12


def damaged(text: str, chance: random.Random) -> bytes:
    """Return a text with a few pieces inserted, deleted or moved, in one of several encodings."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.randint(0, 12))
        text = text[:at] + chance.choice([*PIECES, text[at:end] * 2, ""]) + text[chance.choice([at, end]) :]
    encoded = text.encode(chance.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16"]))
    return encoded[: chance.choice([len(encoded), chance.randrange(len(encoded) + 1)])]


def read_or_refusal(content: bytes) -> RatingsFile | UnreadableFile:
    """Return the ratings of a file, or the refusal to read it."""
    try:
        return read_ratings(content)
    except UnreadableFile as refusal:
        return refusal


@pytest.mark.parametrize("shape", SHAPES)
def test_damage_ends_in_a_table_or_one_line(shape: str) -> None:
    """No traceback, no rating outside the scale; a refusal is one line that says something."""
    chance = random.Random(shape)
    for _ in range(ROUNDS):
        content = damaged(SHAPES[shape], chance)
        read = read_or_refusal(content)
        if isinstance(read, UnreadableFile):
            assert 10 < len(str(read)) < 500, content
            assert "\n" not in str(read), content
        else:
            rated = read.ratings[[name for name in ("importance", "experience") if name in read.ratings]]
            assert rated.isin([1, 2, 3, 4, 5]).sum().sum() == rated.notna().sum().sum(), content


@pytest.mark.parametrize("seed", range(12))
def test_damaged_workbooks_end_in_a_table_or_one_line(seed: int) -> None:
    """Also where bytes of the archive or of the sheet are others, and one cell stands in the last corner."""
    chance = random.Random(seed)
    for _ in range(5):
        content = bytearray(with_last(FILLED))
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(4, len(content))] = chance.randrange(256)
        read = read_or_refusal(bytes(content))
        assert isinstance(read, RatingsFile) or "\n" not in str(read)


def test_an_archive_that_can_be_read_in_two_ways_is_refused() -> None:
    """What looks at the cells and what reads them must see the same."""
    content = bytearray(with_last(FILLED))
    content[-8] ^= 255  # where the list of its parts begins
    assert "workbook cannot be read" in str(read_or_refusal(bytes(content)))


@pytest.mark.parametrize("seed", range(40))
def test_quotation_marks_never_swallow_people(seed: int) -> None:
    """Wherever one is inserted, all are there that a plain reading of lines finds, or the file is refused."""
    chance = random.Random(seed)
    lines = ["respondent,imp_a,sat_a,imp_b,sat_b,comment"]
    lines += [f'p{person},5,{chance.randint(1, 5)},4,2,"well, {person}"' for person in range(8)]
    text = "\n".join(lines)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(lines[0]), len(text))
        text = text[:at] + '"' + text[at:]
    read = read_or_refusal(text.encode())
    if isinstance(read, UnreadableFile):
        return
    found = [name.replace('"', "") for name in read.respondents]
    assert found == [line.split(",")[0].replace('"', "") for line in text.split("\n")[1:]]


def test_the_fast_and_the_slow_reading_agree() -> None:
    """A line break in one comment has all records read one by one: with the same ratings as without it."""
    chance = random.Random(1)
    rows = [[f"p{at}", chance.randint(1, 5), chance.choice(["3", "n/a", "", "4.0"]), f"it's {at}"] for at in range(300)]
    written = io.StringIO()
    csv.writer(written).writerows([["id", "imp_a", "sat_a", "comment"], *rows])
    fast, slow = (read_ratings(text.encode()) for text in (written.getvalue(), written.getvalue() + 'p,1,1,"a\nb"\n'))
    assert slow.ratings.iloc[:-1].to_csv() == fast.ratings.to_csv()
    assert fast.notes == slow.notes
