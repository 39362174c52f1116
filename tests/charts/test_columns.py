"""The columns of a matrix: their places, and the headings above them."""

import altair as alt
import pytest

from jtbd_core.charts.columns import Column, Place, heads
from tests.charts.samples import rows_drawn

COLUMNS = (
    Column("", "", "", "Everybody", 40),
    Column("solution", "a", "Solution", "Booklet", 18),
    Column("solution", "b", "Solution", "Physiotherapy at the surgery", 12),
    Column("home", "c", "Household", "Alone", 14),
)


def texts(place: Place, name: str) -> list[str]:
    """Return the texts of the headings with this name, from the left."""
    chart = alt.LayerChart(layer=heads(COLUMNS, place._replace(height=300)))
    rows = [row for row in rows_drawn(chart) if name in row]
    return [row[name] for row in sorted(rows, key=lambda row: row.get("at", row.get("from")))]


def test_questions_stand_apart() -> None:
    """There is a gap before each."""
    place = Place.of(COLUMNS, is_narrow=False)
    assert place.middles == pytest.approx((0.5, 1.8, 2.8, 4.1))
    assert place.wide == pytest.approx(4.6)


def test_a_long_word_widens_its_column() -> None:
    """Of eleven groups two have words that no equal column could hold: none is broken, none is cut."""
    words = ("Everybody", "Vinyl", "Cassette tape", "CD", "Streaming service", "At home", "Away", "At work", "Daily")
    columns = [Column("q" if n else "", str(n), "", word, 9) for n, word in enumerate((*words, "Weekly", "Rarely"))]
    chart = alt.LayerChart(layer=heads(columns, Place.of(columns, is_narrow=False)._replace(height=300)))
    titles = [row["title"] for row in rows_drawn(chart) if "title" in row]
    assert sorted(title.replace("\n", " ") for title in titles) == sorted(one.title for one in columns)


def test_each_group_has_its_words_and_its_people() -> None:
    """The question stands once over its options; long words are wrapped."""
    place = Place.of(COLUMNS, is_narrow=True)
    assert texts(place, "text") == ["Solution", "Household"]
    titles = texts(place, "title")
    assert [titles[at] for at in (0, 1, 3)] == ["Everybody", "Booklet", "Alone"]
    assert titles[2].startswith("Physiotherapy")
    assert texts(place, "people") == ["40", "18", "12", "14"]


def test_on_a_phone_words_are_not_cut() -> None:
    """They take more lines, over a group and over a question."""
    crossed = [Column("a+b", str(n), "Cassette tape", "At work or while studying", 9) for n in range(7)]
    chart = alt.LayerChart(layer=heads(crossed, Place.of(crossed, is_narrow=True)._replace(height=300)))
    rows = rows_drawn(chart)
    assert {row["title"].replace("-\n", "").replace("\n", " ") for row in rows if "title" in row} == {crossed[0].title}
    alone = [Column("a+b", str(n), ("Cassette tape", "Compact disc")[n % 2], "CD", 9) for n in range(8)]
    chart = alt.LayerChart(layer=heads(alone, Place.of(alone, is_narrow=True)._replace(height=300)))
    over = [row["text"].replace("-\n", "").replace("\n", " ") for row in rows_drawn(chart) if "text" in row]
    assert over == [one.heading for one in alone]


def test_headings_take_the_room_that_they_need() -> None:
    """A heading of two lines makes the head of the matrix higher by a line."""
    short = tuple(column._replace(title="A") for column in COLUMNS)
    assert Place.of(COLUMNS, is_narrow=True).header > Place.of(short, is_narrow=True).header
