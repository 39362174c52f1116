"""Attempts: what an address says, how answers are judged, and what comes next."""

import pytest

from jtbd_core.errors import NotFound
from jtbd_core.study.practice import ORDERS, QUESTIONS, Attempt, Exercise, attempt, exercises, quizzes


def digit(one: Exercise, answer: str) -> str:
    """Return how an address says this answer to an exercise."""
    return str(list(one.answers).index(answer))


def wrong(one: Exercise) -> str:
    """Return a wrong answer."""
    return next(answer for answer in one.answers if answer != one.answer)


def test_every_answer_is_judged_by_the_table() -> None:
    """Whoever answers all as the table does is right everywhere; whoever does not is wrong everywhere."""
    for place, quiz in enumerate(quizzes(3), start=1):
        best = Attempt(3, place, 11, "".join(digit(one, one.answer) for one in quiz))
        worst = best._replace(given="".join(digit(one, wrong(one)) for one in quiz))
        assert [result.missed for result in best.results()] == [()] * len(QUESTIONS)
        assert sum(result.right for result in best.results()) == 10
        assert sum(result.right for result in worst.results()) == 0
        assert {one for result in worst.results() for one in result.missed} == set(quiz)


def test_results_are_told_by_kind_of_question() -> None:
    """One wrong answer is counted where it belongs, with what to remember of its kind."""
    quiz = quizzes(0)[0]
    given = "".join(digit(one, wrong(one) if place == 4 else one.answer) for place, one in enumerate(quiz))
    (went_wrong,) = [result for result in Attempt(0, 1, 11, given).results() if result.missed]
    assert went_wrong.question == QUESTIONS[quiz[4].asked]
    assert went_wrong.missed == (quiz[4],)
    assert went_wrong.right == sum(one.asked == quiz[4].asked for one in quiz) - 1


def test_tens_follow_each_other_until_all_were_seen() -> None:
    """Another ten is the next quiz; past the last one it is the first of the next order, whose numbers go round."""
    one, seen = Attempt(ORDERS - 1), [Attempt(ORDERS - 1)]
    while one.another.order == ORDERS - 1:
        one = one.another
        seen.append(one)
    assert [ten.seen for ten in seen] == [10 * place for place in range(1, 11)]
    assert one.seen == len(exercises())
    assert one.another == Attempt(0)
    assert one._replace(at=8, given="0" * 8).again == Attempt(ORDERS - 1, 10)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"order": "x"},
        {"order": "-1"},
        {"order": "٣"},
        {"order": "10000"},
        {"order": "1", "quiz": "0"},
        {"order": "1", "quiz": "11"},
        {"order": "1", "at": "0"},
        {"order": "1", "at": "2"},
        {"order": "1", "at": "12", "given": "0" * 10},
        {"order": "1", "given": "9"},
        {"order": "1", "given": "00"},
        {"order": "1", "at": "11", "given": "0" * 11},
        {"order": "1", "given": "0\n"},
    ],
    ids=str,
)
def test_an_address_that_no_page_has_leads_nowhere(said: dict[str, str]) -> None:
    """Unknown numbers, answers that were not offered, too few and too many are refused."""
    with pytest.raises(NotFound):
        attempt(said)


def test_an_address_says_where_somebody_stands() -> None:
    """Without an answer the exercise is asked, with one it is explained, and past the last all is told."""
    assert attempt({"order": "5"}) == Attempt(5)
    assert attempt({"order": "5"}).chosen == ""
    one = attempt({"order": "5", "quiz": "2", "at": "1", "given": "1"})
    assert one.chosen == list(one.exercise.answers)[1]
    assert one.after.chosen == ""
    assert attempt({"order": "5", "at": "11", "given": "0" * 10}).is_over
