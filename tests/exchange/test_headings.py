"""Headings: how they are compared."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.headings import (
    AmbiguousRespondent,
    Rated,
    asked_kind,
    only_heading,
    plain_heading,
    rated_by_prefix,
    rated_by_suffix,
    respondent_heading,
)


def test_headings_are_compared_by_their_words() -> None:
    """Case, spaces and dashes do not matter."""
    assert plain_heading(" Living-Alone ") == plain_heading("living alone") == "living_alone"


def test_a_heading_is_found_once() -> None:
    """Two that mean the same are refused."""
    assert only_heading(["a", "Living Alone"], ("living_alone",)) == 1
    assert only_heading(["a", "b"], ("living_alone",)) is None
    with pytest.raises(UnreadableFile, match="Columns living-alone and Living Alone mean the same"):
        only_heading(["living-alone", "Living Alone"], ("living_alone",))


@pytest.mark.parametrize(
    "same", ["sat_Größe", "sat_Gro\u0308ße", "s\u200bat_Gr\u00adöße", "SAT\u00a0Größe", "\ufeffsat_größe\u200f"]
)
def test_what_nobody_sees_makes_no_other_heading(same: str) -> None:
    """Composed letters, invisible characters and no-break spaces are compared away."""
    assert plain_heading(same) == plain_heading("sat_Größe")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How important is it to you?", "importance"),
        ("Wie zufrieden sind Sie damit?", "experience"),
        ("À quel point est-ce important pour vous ?", "importance"),
        ("Compared with what you expect, today this is", "experience"),
        ("How satisfied are you with what is important?", None),
        ("Where do you live?", None),
    ],
)
def test_questions_name_the_kind_of_rating(question: str, kind: str | None) -> None:
    """A question that asks for both, or for neither, names none."""
    assert asked_kind(question) == kind


@pytest.mark.parametrize(
    "heading", ["imp_Speed", "Importance: Speed", "IMP - Speed", "Importance of Speed", "Wichtigkeit von Speed"]
)
def test_prefixes(heading: str) -> None:
    """Words for the kind of rating stand before the outcome in many ways."""
    rated = rated_by_prefix(heading)
    assert rated is not None
    assert (rated.kind, rated.outcome) == ("importance", "Speed")


def test_numbered_outcomes_and_other_words_that_begin_alike() -> None:
    """imp1 is a rating of outcome 1, and impact or satellite none."""
    rated = rated_by_prefix("sat12")
    assert rated is not None
    assert (rated.kind, rated.outcome) == ("experience", "12")
    assert [rated_by_prefix(heading) for heading in ("impact", "satellite", "imp_")] == [None, None, None]


def test_the_respondent_is_asked_for_where_two_columns_could_name_them() -> None:
    """Both columns are named, with the option that chooses; a chosen column needs no usual name."""
    headings = ["id", "respondent_id", "Panel No"]
    with pytest.raises(AmbiguousRespondent, match=r"id and respondent_id .* --respondent COLUMN") as asked:
        respondent_heading(headings)
    assert asked.value.columns == ("id", "respondent_id")
    assert respondent_heading(headings, "panel no") == 2
    with pytest.raises(UnreadableFile, match="no column mail"):
        respondent_heading(headings, "mail")


@pytest.mark.parametrize("mark", ["_", " - ", " – ", " — ", ": "])
def test_what_joins_an_outcome_to_its_kind_is_no_part_of_it(mark: str) -> None:
    """A dash of any length, a colon or an underline stands between the two, on either side."""
    assert rated_by_suffix(f"Speed{mark}importance") == Rated("importance", "Speed", "importance")
    assert rated_by_prefix(f"importance{mark}Speed") == Rated("importance", "Speed", "importance")
