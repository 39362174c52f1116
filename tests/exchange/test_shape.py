"""The shapes of files of ratings, each with a file as the tool that is named writes it."""

import pytest

from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings

QUALTRICS = """\
StartDate,EndDate,Status,ResponseId,Q1_1,Q1_2,Q2_1,Q2_2
Start Date,End Date,Response Type,Response ID,\
How important is it to you? - Pack fast,How important is it to you? - Pay little,\
How satisfied are you today? - Pack fast,How satisfied are you today? - Pay little
"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""_recordId""}",\
"{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID2_2""}"
2026-10-01 10:00:00,2026-10-01 10:09:00,IP Address,R_1aB,Extremely important,Slightly important,Neither satisfied nor \
dissatisfied,Extremely satisfied
2026-10-01 11:00:00,2026-10-01 11:09:00,IP Address,R_1Ab,Very important,Moderately important,Somewhat dissatisfied,\
Somewhat satisfied
"""
SURVEYMONKEY = """\
Respondent ID,Collector ID,Start Date,How important is it to you?,,How satisfied are you today?,,Any remarks?
,,,Pack fast,Pay little,Pack fast,Pay little,Open-Ended Response
118,42,10/01/2026,5,2,3,5,
119,42,10/01/2026,4,3,2,4,"slow, really"
"""
GOOGLE_FORMS = """\
Timestamp,How important is it to you? [Pack fast],How important is it to you? [Pay little],\
How satisfied are you today? [Pack fast],How satisfied are you today? [Pay little],Years of experience
2026/10/01 9:00:00 AM GMT+2,5,2,3,5,7
2026/10/02 9:00:00 AM GMT+2,4,3,2,4,3
"""
LIMESURVEY = """\
"id. Response ID","submitdate. Date submitted","imp[SQ001]. How important is it to you? [Pack fast]",\
"imp[SQ002]. How important is it to you? [Pay little]","sat[SQ001]. How satisfied are you today? [Pack fast]",\
"sat[SQ002]. How satisfied are you today? [Pay little]"
"1","2026-10-01 10:00","A5","A2","A3","A5"
"2","2026-10-01 10:00","A4","A3","A2","A4"
"""
LIMESURVEY_CODES = """\
"id","submitdate","imp[Pack fast]","imp[Pay little]","sat[Pack fast]","sat[Pay little]"
"1","2026-10-01 10:00","AO05","AO02","AO03","AO05"
"2","2026-10-01 10:00","AO04","AO03","AO02","AO04"
"""
FORMBRICKS = """\
No.,Response ID,Timestamp,Finished,Survey ID,Tags,1. How important is it to you? - Pack fast,\
1. How important is it to you? - Pay little,2. How satisfied are you today? - Pack fast,\
2. How satisfied are you today? - Pay little
1,cm1,2026-10-01T10:00:00Z,Yes,cs1,,Extremely important,Slightly important,Neutral,Very satisfied
2,cm2,2026-10-01T10:00:00Z,Yes,cs1,,Very important,Moderately important,Dissatisfied,Satisfied
"""
SUFFIXES = "id,Pack fast_importance,Pack fast_satisfaction,Pay little (Importance),Pay little (Satisfaction)"
SUFFIXES += ",years of experience\n"
SUFFIXES += "1,5,3,2,5,7\n2,4,2,3,4,3\n"
TWO_ROWS = "respondent,Pack fast,,Pay little,\n,Importance,Satisfaction,Importance,Satisfaction\n1,5,3,2,5\n2,4,2,3,4\n"
TWO_ROWS_BY_KIND = ",Wichtigkeit,,Zufriedenheit,\nid,Pack fast,Pay little,Pack fast,Pay little\n1,5,2,3,5\n2,4,3,2,4\n"
GERMAN = (
    "Teilnehmer;Wichtigkeit: Pack fast;Zufriedenheit: Pack fast;Wichtigkeit: Pay little;Zufriedenheit: Pay little\n"
)
GERMAN += "1;5;3;2;5\n2;4;2;3;4\n"
LONG = "id,outcome,importance,satisfaction\n1,Pack fast,5,3\n1,Pay little,2,5\n2,Pack fast,4,2\n2,Pay little,3,4\n"
BELOW_A_TITLE = "Survey on satisfaction 2026,,,,\n,,,,\n"
BELOW_A_TITLE += "id,imp_Pack fast,imp_Pay little,sat_Pack fast,sat_Pay little\n1,5,2,3,5\n2,4,3,2,4\n"

SHAPES = {name.lower(): text for name, text in globals().items() if name.isupper() and isinstance(text, str)}


def points(read: RatingsFile) -> list[list[object]]:
    """Return outcome, importance and experience of each row, in the order of outcomes."""
    frame = read.ratings.astype({"outcome": "str"}).sort_values(["outcome", "respondent"])
    return frame[["outcome", "importance", "experience"]].to_numpy().tolist()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_recognised_by_itself(shape: str) -> None:
    """Whichever tool wrote the file, its two people and two outcomes come in with the same ratings."""
    read = read_ratings(SHAPES[shape].encode())
    assert points(read) == [["Pack fast", 5, 3], ["Pack fast", 4, 2], ["Pay little", 2, 5], ["Pay little", 3, 4]]
    assert (len(read.respondents), read.assignment.asks) == (2, "satisfaction")


@pytest.mark.parametrize(
    ("shape", "note"),
    [
        ("qualtrics", "Row 3 was read as part of the headings."),
        ("below_a_title", "Row 1 above the headings was left out: “Survey on satisfaction 2026”."),
        ("limesurvey", "“A5” as 5"),
    ],
)
def test_what_stands_around_the_ratings_is_said(shape: str, note: str) -> None:
    """Rows of headings, titles and codes that were read in another way are named."""
    assert any(note in one for one in read_ratings(SHAPES[shape].encode()).notes)


def test_columns_that_hold_no_ratings_are_named() -> None:
    """Nothing is passed over unsaid."""
    assert read_ratings(SURVEYMONKEY.encode()).passed_over == ("Collector ID", "Start Date", "Any remarks?")


def test_people_whose_first_answers_are_no_known_labels_are_no_headings() -> None:
    """A row of words that stand below again is a row of answers, so a scale that is not known is refused."""
    text = "imp_a,sat_a\ngrand,poor\npetty,fine\ngrand,poor\n"
    with pytest.raises(Exception, match="Row 2, column imp_a: “grand” is not a number or a known label"):
        read_ratings(text.encode())


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        (
            "Importance today? [A],Importance in future? [A],Satisfaction? [A]",
            "Importance today? [A] and Importance in",
        ),
        ("A_importance,A_satisfaction,B_importance", "column B_importance: it has no partner"),
        ("work experience,name,age", "neither the columns"),
        ("respondent,importance,satisfaction", "neither the columns"),
    ],
)
def test_headings_that_leave_a_doubt_are_refused(headings: str, says: str) -> None:
    """Two questions for one kind, a column without its partner, and a file of something else are no ratings."""
    with pytest.raises(Exception, match="Row 1") as refusal:
        read_ratings(f"{headings}\n5,5,5\n4,4,4\n".encode())
    assert says in str(refusal.value)
