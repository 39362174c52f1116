"""The labelled statements of `wording_statements.csv`, and what the wording checks say about each.

Columns: `set` is `build` for those the rules were built on; `later`, `fresh` and `last` were written one after the
other once the rules stood. What was wrong in the first two has been corrected since, nothing in `last`. `kinds` are of
the kinds in which published statements were misjudged. `practice` and `held` are faulty ones as a practitioner would
write them, the second for a look once rules had learned to doubt. `place` is job, step or a dimension; `rules` should
fire; `beside` is another statement of the same study.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, cast

from jtbd_core.study import Dimension, Outcome, Polarity, Solution, Step, Study
from jtbd_core.study.wording import Problem, problems

TABLE = Path(__file__).with_name("wording_statements.csv")
JOB = "Get something done"


class Labelled(NamedTuple):
    """One statement with its study, and the rules that should fire."""

    set: str
    statement: str
    study: Study
    rules: frozenset[str]

    def fired(self) -> frozenset[str]:
        """Return the rules that fire on the statement."""
        return frozenset(one.rule for one in self._found())

    def errors(self) -> frozenset[str]:
        """Return the rules that call the statement wrong, rather than only doubt it."""
        return frozenset(one.rule for one in self._found() if one.severity == "error")

    def _found(self) -> list[Problem]:
        name = "outcome" if self.study.outcomes else None
        return [one for one in problems(self.study) if one.outcome == name]


class Hits(NamedTuple):
    """How often a rule, or several, fired: rightly, wrongly, and not where it should have."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what fired that should have."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what should have fired that did."""
        return self.right / max(1, self.right + self.missed)


def labelled() -> list[Labelled]:
    """Return all statements of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [labelled_row(row) for row in csv.DictReader(file)]


def hits(
    statements: Iterable[Labelled], rules: frozenset[str], found: Callable[[Labelled], frozenset[str]] = Labelled.fired
) -> Hits:
    """Count how often one of the rules fired on the statements; `found` says which did."""
    counts: Counter[str] = Counter()
    for one in statements:
        fired, due = found(one) & rules, one.rules & rules
        counts.update(right=len(fired & due), wrong=len(fired - due), missed=len(due - fired))
    return Hits(counts["right"], counts["wrong"], counts["missed"])


def labelled_row(row: dict[str, str]) -> Labelled:
    """Return the statement of one row of the table."""
    place = row["place"]
    solutions = filter(None, (name.strip() for name in row["solutions"].split(";")))
    study = Study(
        title="Labelled",
        job=row["statement"] if place == "job" else row["job"] or JOB,
        steps=(Step(id="step", name="Do it", is_core=True),),
        outcomes=() if place == "job" else tuple(_outcomes(row)),
        solutions=tuple(Solution(id=f"s-{number}", name=name) for number, name in enumerate(solutions)),
    )
    return Labelled(row["set"], row["statement"], study, frozenset(row["rules"].split()))


def _outcomes(row: dict[str, str]) -> Iterable[Outcome]:
    place = row["place"]
    step, dimension = ("step", None) if place == "step" else (None, cast(Dimension, place))
    for name, statement in (("beside", row["beside"]), ("outcome", row["statement"])):
        if statement:
            polarity = cast(Polarity, row["polarity"])
            yield Outcome(id=name, statement=statement, step=step, dimension=dimension, polarity=polarity)
