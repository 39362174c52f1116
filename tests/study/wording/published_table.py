"""The statements of `published.csv`, found in published sources and labelled before any check was run on them.

Those of `fresh_published.csv` were found and labelled alike, from other sources, once the checks had been mended on
`published.csv`: none stands in another table here. So were those of `third_published.csv`, `fourth_published.csv`,
`fifth_published.csv` and `sixth_published.csv`, each after the ones before.

Those of `written.csv` are no proof: whoever mended the checks labelled them, and has looked at all of them since. They
were `written` before mending; `fresh` (published scales, from memory), `found` (public files) and `last` after a round.
Those of `practice` and `held` are sound, as a practitioner would write them: the first were written to find false
errors, the second before those were mended, and no check was mended on them.

Columns: `kind` is key, success, or none for what is no outcome; `dimension` and `polarity` say where it belongs;
`faults` are the rules that it breaks, `grammar` where only the grammar of key outcomes refuses it; `source` is where it
stands. The faults of kind none are only those that tell why it is no outcome, so what else fires is not counted there.
"""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from jtbd_core.study import Step, Study
from jtbd_core.study.wording.proposal import Proposal, proposals
from tests.study.wording.wording_table import JOB, Hits, Labelled, labelled_row

FOLDER = Path(__file__).parent
STUDY = Study(title="Published", job=JOB, steps=(Step(id="step", name="Do it", is_core=True),))


class Published(NamedTuple):
    """One published statement: where it belongs, the faults that it has, and the proposal made for it."""

    statement: str
    kind: str
    dimension: str
    polarity: str
    faults: frozenset[str]
    checked: Labelled
    proposal: Proposal | None

    @property
    def placed(self) -> tuple[str, str, str]:
        """Kind, dimension and polarity where the statement belongs."""
        return self.kind, self.dimension, self.polarity

    @property
    def proposed(self) -> tuple[str, str, str]:
        """Kind, dimension and polarity proposed; kind none where the line is taken for no outcome or for a heading."""
        if self.proposal is None or self.proposal.section is None:
            return "none", "", ""
        dimension = self.proposal.section.dimension
        return ("success" if dimension else "key"), dimension or "", self.proposal.polarity

    @property
    def is_judged(self) -> bool:
        """Whether all its faults are labelled: not those of a job or a job step, which no rule forbids as such."""
        return self.kind != "none" or bool(self.faults)


def published(name: str = "published") -> list[Published]:
    """Return all statements of a table, each checked where it belongs and proposed on its own."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [_published(row) for row in csv.DictReader(file)]


def faulty(statements: Iterable[Published], found: Callable[[Labelled], frozenset[str]] = Labelled.errors) -> Hits:
    """Count the statements in which an error was found: rightly, wrongly, and not where there is a fault.

    `found` says which rules have found something in a statement.
    """
    pairs = [(bool(found(one.checked)), bool(one.faults)) for one in statements if one.is_judged]
    return Hits(pairs.count((True, True)), pairs.count((True, False)), pairs.count((False, True)))


def _published(row: dict[str, str]) -> Published:
    place = {"key": "step", "none": "functional"}.get(row["kind"], row["dimension"])
    numbered = " ".join(fault for fault in row["faults"].split() if fault != "grammar")
    checked = {"set": "published", "place": place, "rules": numbered, "job": "", "solutions": "", "beside": ""}
    made = proposals([row["statement"]], STUDY)
    return Published(
        statement=row["statement"],
        kind=row["kind"],
        dimension=row["dimension"],
        polarity=row["polarity"],
        faults=frozenset(row["faults"].split()),
        checked=labelled_row(row | checked | {"polarity": row["polarity"] or "wanted"}),
        proposal=made[0] if made else None,
    )
