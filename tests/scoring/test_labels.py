"""Labels: each person's option of each question, and the strata in which labels may move."""

import pandas as pd
import pytest

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.labels import labels_of, strata_of

PEOPLE = ["a", "b", "c", "d"]


def groups_of(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Return groups from rows of respondent, question and option."""
    return pd.DataFrame(rows, columns=["respondent", "question", "option"])


GROUPS = groups_of(("b", "home", "big"), ("a", "home", "small"), ("d", "app", "yes"), ("z", "app", "no"))


def test_each_person_has_a_number_per_question() -> None:
    """Questions and options are in the order of their text; who skipped has none, and strangers are left out."""
    app, home = labels_of(GROUPS, PEOPLE)
    assert (app.question, app.options, app.chosen.tolist()) == ("app", ("yes",), [-1, -1, -1, 0])
    assert (home.question, home.options, home.chosen.tolist()) == ("home", ("big", "small"), [1, 0, -1, -1])


def test_strata_are_the_options_of_a_question_and_persons() -> None:
    """Who skipped the question is in a stratum with the others who did; a panel's respondents are one person's."""
    labels = labels_of(GROUPS, PEOPLE)
    assert [one.tolist() for one in strata_of(labels, PEOPLE, None, None)] == [[0, 1, 2, 3]]
    assert [one.tolist() for one in strata_of(labels, PEOPLE, "home", None)] == [[2, 3], [1], [0]]
    persons = {"a": "ann", "b": "bob", "c": "ann", "d": "bob"}
    assert [one.tolist() for one in strata_of(labels, PEOPLE, None, persons)] == [[0, 2], [1, 3]]


def test_what_cannot_be_labels_is_refused() -> None:
    """The message names the column, the respondent or the question."""
    with pytest.raises(UnusableRatings, match="no column 'option'"):
        labels_of(GROUPS.drop(columns="option"), PEOPLE)
    with pytest.raises(UnusableRatings, match="Respondent a has more than one option of the question home"):
        labels_of(groups_of(("a", "home", "big"), ("a", "home", "small")), PEOPLE)
    with pytest.raises(UnusableRatings, match="no question mood"):
        strata_of(labels_of(GROUPS, PEOPLE), PEOPLE, "mood", None)
    with pytest.raises(UnusableRatings, match="No person is given for the respondent b"):
        strata_of([], PEOPLE, None, {"a": 1})
