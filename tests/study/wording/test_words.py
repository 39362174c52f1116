"""Rules about single words, and their mechanical rewrites."""

import pytest
from msgspec.structs import replace

from jtbd_core.exchange.demo import examples
from jtbd_core.study import Solution, Study
from jtbd_core.study.wording import applied, problems
from tests.study.wording.one_statement import corrected, said, study


def test_the_typo_of_the_seed_is_an_advice() -> None:
    """“strategically importance” is a problem of severity info, and corrected by one click."""
    example = examples()["develop-professional-competencies"]
    (typo,) = problems(example)
    assert (typo.rule, typo.severity, typo.words) == ("L15", "info", "importance")
    assert applied(example, typo).outcomes[-1].statement.endswith("I'm strategically important to the organization")


@pytest.mark.parametrize(
    ("before", "rule", "after"),
    [
        (
            study("Minimize the time it takes to quickly find a song"),
            "L04",
            "Minimize the time it takes to find a song",
        ),
        (study("I find music on my phone", "functional"), "L03", "I find music"),
        (study("Minimize the time it takes to pay to under 5 minutes"), "L09", "Minimize the time it takes to pay"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_click_rewrites(before: Study, rule: str, after: str) -> None:
    """A mechanical rewrite says what the author meant, and keeps the id."""
    assert (corrected(before, rule).id, corrected(before, rule).statement) == ("one", after)


def test_words_are_given_by_their_place() -> None:
    """A page can mark the words, under curly apostrophes too."""
    one = replace(
        study("I don’t wait for the night train", "functional", "avoid"),
        solutions=(Solution(id="t", name="Night train"),),
    )
    found = said(one, "L01")
    assert found.words == one.outcomes[0].statement[found.start : found.end] == "night train"
