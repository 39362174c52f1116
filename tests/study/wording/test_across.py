"""Rules that compare the statements of a study."""

from msgspec.structs import replace

from jtbd_core.study.wording import problems
from tests.study.wording.one_statement import study


def test_statements_that_share_most_words_are_duplicates() -> None:
    """One word in five may differ, even where the spelling does."""
    one = study("My tax return is filed by the deadline", "functional")
    other = replace(one.outcomes[0], id="other", statement="My tax return is filed before the deadline")
    found = problems(replace(one, outcomes=(*one.outcomes, other)))
    assert [(problem.rule, problem.outcome) for problem in found] == [("L12", "other")]
