"""From which importance on ratings count, and which experience meets expectations, on the scales that files have."""

import pytest
from msgspec.structs import replace

from jtbd_core import score
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.file_reading import reading_of, scored_ratings
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from jtbd_core.exchange.ratings_table import open_ratings
from jtbd_core.study.scale import ELEVEN, FIVE, HUNDRED, SEVEN, Points, Reading


def rows(lowest: int, highest: int, step: int = 1) -> str:
    """Return a file of one outcome: all pairs of numbers from the lowest to the highest."""
    numbers = range(lowest, highest + 1, step)
    return "imp_a,sat_a\n" + "".join(f"{one},{two}\n" for one in numbers for two in numbers)


def read(
    text: str, points: dict[Kind, Points] | None = None, important: int | None = None, anchor: int | None = None
) -> RatingsFile:
    """Return what a file holds when these scales of its kinds, cut and anchor are chosen."""
    found = open_ratings(text.encode()).assignment
    chosen = replace(found, points=points or {}, important=important, anchor=anchor)
    return read_ratings(text.encode(), assignment=chosen)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (rows(1, 5), Reading()),
        (rows(-2, 2), Reading()),
        (rows(1, 7), Reading(anchor=6, experience=SEVEN, cut=6, importance=SEVEN)),
        (rows(0, 10), Reading(anchor=8, experience=ELEVEN, cut=8, importance=ELEVEN)),
        (rows(0, 100, 5), Reading(anchor=70, experience=HUNDRED, cut=70, importance=HUNDRED)),
    ],
)
def test_usual_cuts_and_anchors(text: str, reading: Reading) -> None:
    """Each scale has its own, and against expectation its middle."""
    assert reading_of(read(text)) == reading
    if reading.experience in (FIVE, SEVEN, ELEVEN):
        middle = {FIVE: 3, SEVEN: 4, ELEVEN: 5}[reading.experience]
        assert reading_of(read(text), "expectation").anchor == middle


def test_a_cut_and_an_anchor_are_numbers_of_the_file() -> None:
    """On a scale from −2 to 2 the anchor 0 is the middle one of five points."""
    assert reading_of(read(rows(-2, 2), important=2, anchor=0)) == Reading(cut=5, anchor=3)
    with pytest.raises(UnreadableFile, match="--anchor is from −1 to 2 here, not 4"):
        reading_of(read(rows(-2, 2), anchor=4))


def test_a_chosen_scale_decides_what_is_a_rating() -> None:
    """What lies outside it is counted by name, whatever the values look like; six points need a cut and an anchor."""
    chosen = read(rows(1, 7), {"importance": FIVE, "experience": FIVE})
    assert chosen.out_of_range == 28
    assert "28 cells hold numbers outside 1–5 (6: 14, 7: 14): not applicable, not ratings." in chosen.notes
    six: dict[Kind, Points] = dict.fromkeys(("importance", "experience"), Points(lowest=1, highest=6))
    with pytest.raises(UnreadableFile, match=r"Importance from 1 to 6 has no usual point .* --important N"):
        reading_of(read(rows(1, 6), six))
    found = reading_of(read(rows(1, 6), six, important=5, anchor=4))
    assert (found.cut, found.anchor, found.experience) == (5, 4, six["experience"])


def test_a_pair_is_scored_by_its_difference() -> None:
    """What is met less what is expected, 0 where expectations are met; ratings stay as they are in the file."""
    text = "id,imp_a,expectation_a,satisfaction_a\n" + "".join(
        f"{at},{at % 7 + 1},{at % 7 + 1},{(at * 3) % 7 + 1}\n" for at in range(42)
    )
    file = read_ratings(text.encode())
    assert file.ratings.iloc[2][["importance", "expectation", "experience"]].tolist() == [3, 3, 7]
    reading = reading_of(file)
    assert (reading.anchor, reading.experience.ends) == (0, (-6, 6))
    frame = scored_ratings(file)
    assert frame["experience"].tolist()[:3] == [0, 2, 4]
    short = sum((at * 3) % 7 < at % 7 for at in range(42)) / 42
    assert score(frame, reading).iloc[0]["share_short"] == pytest.approx(short)


def test_the_most_important_outcome_on_seven_points_leads() -> None:
    """Read as five points its ratings of 6 and 7 would be none, and the dull outcome would lead."""
    text = "id,imp_be on time,sat_be on time,imp_nice paper,sat_nice paper\n" + "".join(
        f"{at},{6 + at % 2},{1 + at % 3},{3 + at % 2},{3 + at % 5}\n" for at in range(12)
    )
    file = read(text, {"importance": SEVEN, "experience": SEVEN})
    assert score(scored_ratings(file), reading_of(file)).iloc[0]["outcome"] == "be on time"
