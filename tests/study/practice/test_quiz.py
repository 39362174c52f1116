"""The quizzes of an order."""

from itertools import chain

from jtbd_core.study.practice import QUESTIONS, exercises, quizzes


def test_nothing_comes_twice_before_all_was_seen() -> None:
    """The quizzes of an order have ten exercises each, and together each exercise once."""
    for order in range(20):
        asked = list(chain.from_iterable(quizzes(order)))
        assert {len(quiz) for quiz in quizzes(order)} == {10}
        assert len(asked) == len(exercises())
        assert set(asked) == set(exercises())


def test_every_quiz_asks_all_kinds_of_questions() -> None:
    """Each quiz has at least two exercises of each kind, not always in the same places."""
    kinds = [[one.asked for one in quiz] for order in range(20) for quiz in quizzes(order)]
    assert all(quiz.count(asked) >= 2 for quiz in kinds for asked in QUESTIONS)
    assert len({tuple(quiz) for quiz in kinds}) > 100


def test_an_order_is_the_same_for_all_who_have_its_number() -> None:
    """The number gives the order: made anew it is the same, and another number asks other exercises first."""
    assert quizzes.__wrapped__(7) == quizzes(7)
    assert set(quizzes(7)[0]) != set(quizzes(8)[0])
