"""What a file's columns mean is changed by hand before it is imported, and known again the next time."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from tests.pages.conftest import Visit
from tests.pages.words import press, text

TYPED = b"who,first,second,home\n" + b"".join(f"p{at},5,{at % 5 + 1},{'ab'[at % 2]}\n".encode() for at in range(6))
SEVEN = b"imp_be on time,sat_be on time\n" + b"".join(f"{6 + at % 2},{1 + at % 3}\n".encode() for at in range(12))
WORDS = b"id,imp_a,sat_a\n1,so so,4\n2,grand,1\n3,grand,5\n"
ROUND = b"id,imp_speed,sat_speed,imp_calm,sat_calm\n1,5,2,4,4\n2,4,1,3,5\n"


def upload(visit: Visit, content: bytes) -> AppTest:
    """Return the page on which a file of ratings is looked at."""
    page = press(visit(), "Import")
    return page.file_uploader[0].set_value(("survey.csv", content, "text/csv")).run()


def choose(page: AppTest, label: str, value: object) -> AppTest:
    """Choose a value in the select box with this label."""
    found = next(one for one in page.selectbox if one.label.startswith(label))
    return found.set_value(value).run()


def assigned(page: AppTest) -> AppTest:
    """Say what the columns of the file are whose headings say nothing."""
    for heading, role in (("who", "respondent"), ("first", "importance"), ("second", "experience")):
        page = choose(page, f"What “{heading}” is", role)
    return choose(page, "The outcome of “second”", "first")


def test_columns_that_say_nothing_are_assigned(facilitate: Visit, store: Store) -> None:
    """Until then one line says what is missing; then the file is imported, and the next one like it is known."""
    page = upload(facilitate, TYPED)
    assert "neither the columns" in text(page)
    assert "What will be kept" not in text(page)
    page = assigned(page)
    page = choose(page, "What “home” is", "circumstance")
    assert "6 respondents × 1 outcome" in text(page)
    assert "home: a, b" in text(page)
    press(page, "Import as a closed round")
    (record,) = store.studies()
    assert [one.question for one in record.study.circumstances] == ["home"]
    again = upload(facilitate, TYPED.replace(b"p0", b"q0"))
    assert "6 respondents × 1 outcome" in text(again)
    assert "Columns are as they were chosen" in text(again)
    assert "neither the columns" in text(press(again, "Read them anew"))


def test_a_scale_in_doubt_is_chosen(facilitate: Visit, store: Store) -> None:
    """The study then asks on that scale, with its usual cut and anchor."""
    page = upload(facilitate, SEVEN)
    for kind in ("Importance", "Experience"):
        assert f"{kind} holds" in text(page)
        page = press(page, "1 to 7")
    assert "meets expectations from 6" in text(page)
    press(page, "Import as a closed round")
    settings = store.studies()[0].study.settings
    assert (settings.key.points.highest, settings.key.anchor, settings.importance.cut) == (7, 6, 6)


def test_a_scale_is_chosen_again(facilitate: Visit, store: Store) -> None:
    """A choice of one kind changes nothing of the other's; taken back, the question is asked anew."""
    page = press(press(upload(facilitate, SEVEN), "1 to 7"), "1 to 7")
    page = page.text_input[0].set_value("On time").run()
    page = press(page, "Read them anew")
    assert "Which scale was it rated on?" in text(page)
    page = press(press(page, "1 to 7"), "1 to 7")
    press(page, "Import as a closed round")
    assert store.studies()[0].study.settings.importance.points.highest == 7


def test_words_are_put_in_order(facilitate: Visit, store: Store) -> None:
    """Labels of no known scale get their points by hand."""
    page = upload(facilitate, WORDS)
    for label, code in (("so so", 2), ("grand", 5)):
        page = choose(page, label, code)
    press(page, "Import as a closed round")
    (record,) = store.studies()
    ratings = store.ratings(store.waves(record.id)[0].id)
    assert sorted(ratings["importance"]) == [2, 5, 5]


def test_ratings_become_a_further_round(facilitate: Visit, store: Store) -> None:
    """What the study does not have is named, and added where that is wanted."""
    press(upload(facilitate, ROUND), "Import as a closed round")
    (record,) = store.studies()
    page = upload(facilitate, ROUND.replace(b"calm", b"cheer"))
    page = next(one for one in page.radio if one.label == "Import as").set_value("A further round of a study").run()
    assert "the outcome “cheer”" in text(page)
    page = page.checkbox[-1].check().run()
    press(page, "Import as a closed round")
    assert [one.asked for one in store.waves(record.id)] == [("speed", "cheer"), ("speed", "calm")]


def test_everybody_again_and_one_more_is_no_round(facilitate: Visit, store: Store) -> None:
    """One sentence says what to import instead; nothing is kept."""
    once = b"id,imp_speed,sat_speed\n" + b"".join(f"{at},{at % 3 + 3},{at}\n".encode() for at in range(1, 6))
    press(upload(facilitate, once), "Import as a closed round")
    (record,) = store.studies()
    page = upload(facilitate, once + b"6,2,1\n")
    page = next(one for one in page.radio if one.label == "Import as").set_value("A further round of a study").run()
    page = press(page, "Import as a closed round")
    assert "The answers of 5 of these 6 people are in “Round 1” already: import only the new people" in text(page)
    assert len(store.waves(record.id)) == 1
