"""Wording checks on any text: no errors, valid spans, and suggestions that settle their problem."""

from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.study import DIMENSIONS, Outcome, Solution, Step, Study
from jtbd_core.study.value import comparable
from jtbd_core.study.wording import Problem, applied, problems
from tests.study.wording.wording_table import labelled

TABLE = labelled()
PIECES = st.sampled_from(sorted({word for one in TABLE for word in one.statement.split()}))
STATEMENTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=120).filter(comparable),
    st.lists(PIECES, min_size=1, max_size=14).map(" ".join),
    st.sampled_from([one.statement for one in TABLE]),
)


def text(one: Study, found: Problem) -> str:
    """Return the text that a problem is about."""
    return next((outcome.statement for outcome in one.outcomes if outcome.id == found.outcome), one.job)


def errors(one: Study, outcome: str | None) -> set[str]:
    """Return the rules that find an error in an outcome."""
    return {found.rule for found in problems(one) if found.severity == "error" and found.outcome == outcome}


@st.composite
def worded_studies(draw: st.DrawFn) -> Study:
    """Draw a study of any statements, published, stuck together from words, or none of it."""
    homes = st.sampled_from([{"step": "do"}, *({"dimension": name} for name in DIMENSIONS)])
    statements = draw(st.lists(STATEMENTS, unique=True, min_size=1, max_size=4))
    return Study(
        title="Drawn",
        job=draw(STATEMENTS),
        language=draw(st.sampled_from(["en", "fr"])),
        steps=(Step(id="do", name="Do", is_core=True),),
        solutions=tuple(
            Solution(id=f"s-{n}", name=name) for n, name in enumerate(draw(st.lists(STATEMENTS, max_size=2)))
        ),
        outcomes=tuple(
            Outcome(id=f"o-{n}", statement=one, polarity=draw(st.sampled_from(["wanted", "avoid"])), **draw(homes))
            for n, one in enumerate(statements)
        ),
    )


@given(one=worded_studies())
def test_problems_point_into_their_statement(one: Study) -> None:
    """Any text can be checked, and what is pointed at stands there."""
    for found in problems(one):
        assert 0 <= found.start <= found.end <= len(text(one, found))
        assert text(one, found)[found.start : found.end] == found.words


@given(one=worded_studies())
def test_a_suggestion_settles_its_problem(one: Study) -> None:
    """After one click the rule has less to say and no other has an error; the others stay, half of it may be new."""
    for found in problems(one):
        if found.can_apply:
            after = applied(one, found)
            of_rule = [
                sum((x.rule, x.outcome) == (found.rule, found.outcome) for x in problems(some)) for some in (one, after)
            ]
            assert of_rule[1] < of_rule[0]
            assert errors(after, found.outcome) <= errors(one, found.outcome)
            before = [x.id for x in one.outcomes]
            assert [x.id for x in after.outcomes if x.id in before] == before
            assert len(after.outcomes) == len(before) + bool(found.second)


@given(one=worded_studies())
def test_checking_twice_says_the_same(one: Study) -> None:
    """Problems follow from the study alone."""
    assert problems(one) == problems(one)
