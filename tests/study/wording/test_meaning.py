"""What statements mean, whatever their grammar."""

import csv
from pathlib import Path

import pytest

from jtbd_core.exchange.demo import demo_study, examples
from jtbd_core.study.wording import is_avoid
from jtbd_core.study.wording.meaning import meaning

TABLE = Path(__file__).with_name("meaning_statements.csv")


def labelled() -> list[tuple[str | None, str, str]]:
    """Return kind (None for what is no outcome), polarity and statement of each row of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["kind"] or None, row["polarity"], row["statement"]) for row in csv.DictReader(file)]


def test_kind_and_polarity_are_told_from_the_wording() -> None:
    """Of 370 statements in first and third person, as wishes, gerunds and nouns, at most one in twenty is misread."""
    rows = labelled()
    kinds = sum(meaning(statement).kind == kind for kind, _, statement in rows)
    outcomes = [(polarity, statement) for kind, polarity, statement in rows if kind not in (None, "key outcome")]
    polarities = sum(is_avoid(statement) == (polarity == "avoid") for polarity, statement in outcomes)
    assert kinds >= 0.95 * len(rows)
    assert polarities >= 0.95 * len(outcomes)


def test_published_statements_belong_where_their_authors_filed_them() -> None:
    """The examples and the demo are read as they are filed."""
    for study in (*examples().values(), demo_study()):
        for one in study.outcomes:
            assert (meaning(one.statement).kind, one.statement) == (one.kind, one.statement)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("I feel that my boss values me", "feels"),
        ("I know that my boss values me", "belief"),
        ("My boss values me", "others in fact think"),
        ("Check that the valves are closed", "job step"),
        ("Our revenue has grown", "company"),
    ],
)
def test_the_reason_is_said(statement: str, reason: str) -> None:
    """One sentence says why."""
    assert reason in meaning(statement).reason
