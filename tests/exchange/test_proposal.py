"""What the columns beside the ratings seem to be."""

import pytest

from jtbd_core.exchange.proposal import proposed
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from jtbd_core.exchange.ratings_table import open_ratings
from tests.exchange.exports import EXPORTS, REMARKS, WITH_WHAT


def read(content: bytes) -> RatingsFile:
    """Return what a file holds when all that is proposed is taken."""
    return read_ratings(content, assignment=proposed(open_ratings(content)))


@pytest.mark.parametrize("tool", [name for name in EXPORTS if "codes, answers" not in name and name[-6:] != " codes"])
def test_what_people_said_of_themselves_comes_along(tool: str) -> None:
    """A question with few answers is a circumstance, an open one a remark; what the tool notes is passed over."""
    found = read(EXPORTS[tool])
    (question,) = found.profiles["question"].unique()
    assert WITH_WHAT in question
    assert found.profiles["option"].tolist() == ["Post office", "Courier", "Post office"]
    assert list(found.remarks.values()) == [" ".join(text.split()) for text in REMARKS if text]
    assert not {"Status", "Collector ID", "Survey ID", "userAgent - os"} & set(found.profiles["question"])


@pytest.mark.parametrize("tool", ["Qualtrics", "SurveyMonkey", "LimeSurvey", "Google Forms", "Formbricks"])
def test_days_of_the_field_work_come_along(tool: str) -> None:
    """From the first answer to the last, by whichever clock the tool writes."""
    for name, content in EXPORTS.items():
        if name.startswith(tool):
            period = read(content).period
            assert period is not None, name
            assert [moment.strftime("%d.%m.%Y") for moment in period] == ["01.10.2026", "03.10.2026"], name


ROWS = "id,imp_a,sat_a,solution,post_weight,income,date,nick\n" + "".join(
    f"{at},4,{at % 5 + 1},{'post' if at % 2 else 'courier'},{0.5 + at / 10},{at * 1000},2026-10-{at + 1:02},n{at}\n"
    for at in range(20)
)


def test_solution_weight_and_date_are_known_by_their_headings() -> None:
    """What is unlike for everybody is no circumstance."""
    found = proposed(open_ratings(ROWS.encode()))
    assert [one.role for one in found.columns][3:] == ["solution", "weight", "passed over", "date", "passed over"]
    taken = read(ROWS.encode())
    assert (taken.solution, taken.weights["19"], len(taken.profiles)) == ("solution", 2.4, 20)
    assert taken.passed_over == ("income", "nick")


def test_a_heading_alone_is_not_enough() -> None:
    """Words are no weights, and what is no date has no days."""
    text = ROWS.replace("post_weight", "weight").replace("2026-10-", "week ").replace(",0.5,", ",heavy,")
    found = proposed(open_ratings(text.encode()))
    assert [one.role for one in found.columns][4:7] == ["passed over"] * 3
