"""How often the wording checks are right, and how long they take: `python -m tests.bench.wording`."""

import time
from collections.abc import Iterable

from msgspec.structs import replace

from jtbd_core.study import Step, Study
from jtbd_core.study.wording import problems
from jtbd_core.study.wording.across import RULES_ACROSS
from jtbd_core.study.wording.checks import RULES
from tests.study.wording.published_table import Published, faulty, published
from tests.study.wording.wording_table import Hits, Labelled, hits, labelled

OUTCOMES = 150
REPEATS = 20
AIM_MS = 50
AIM_PRECISION, AIM_PROPOSED = 0.95, 0.9
PUBLISHED = (
    "published",
    "fresh_published",
    "third_published",
    "fourth_published",
    "fifth_published",
    "sixth_published",
    "written",
)

SEVERITIES = {rule: severity for rule, (severity, _) in (RULES | RULES_ACROSS).items()}
ERRORS = frozenset(rule for rule, severity in SEVERITIES.items() if severity == "error")


def main() -> None:
    """Print precision and recall of each set and rule, then the times of a long study."""
    table = labelled()
    for name in dict.fromkeys(one.set for one in table):
        print_set(name, [one for one in table if one.set == name])
    print("\nEach rule, on all statements")
    for rule in sorted(SEVERITIES):
        print_line(f"{rule} ({SEVERITIES[rule]})", table, frozenset({rule}))
    tables = {name: published(name) for name in PUBLISHED}
    for name, statements in tables.items():
        print_published(name, statements)
    print_rules([one for name, statements in tables.items() if name != "written" for one in statements])
    print_times(long_study(table))


def print_set(name: str, statements: list[Labelled]) -> None:
    """Print how often errors, and all rules together, are right on one set."""
    print(f"\nSet “{name}”: {len(statements)} statements, {sum(not one.rules for one in statements)} of them sound")
    print_hits("errors", hits(statements, ERRORS, Labelled.errors))
    print_line("with doubts", statements, ERRORS)
    print_line("all rules", statements, frozenset(SEVERITIES))


def print_line(name: str, statements: list[Labelled], rules: frozenset[str]) -> None:
    """Print precision and recall of some rules on some statements."""
    print_hits(name, hits(statements, rules))


def print_hits(name: str, found: Hits) -> None:
    """Print precision and recall."""
    print(
        f"{name:<14} precision {found.precision:5.3f}  recall {found.recall:5.3f}  "
        f"right {found.right:>3}  wrong {found.wrong:>2}  missed {found.missed:>2}"
    )


def print_published(name: str, table: list[Published]) -> None:
    """Print how often errors and proposals are right on the published statements, and each that is not."""
    outcomes = [one for one in table if one.kind != "none"]
    print(f"\nSet “{name}”: {len(table)} statements, {len(outcomes)} of them outcomes (aim: precision {AIM_PRECISION})")
    print_hits("faulty, all", faulty(table))
    print_hits("faulty outcome", faulty(outcomes))
    print_hits("with doubts", faulty(table, found_or_doubted))
    print_line("each rule", [one.checked for one in outcomes if "grammar" not in one.faults], ERRORS)
    success = [one for one in table if one.kind == "success"]
    print(f"Proposed rightly (aim {AIM_PROPOSED:.0%} each)")
    sure = [one.placed == one.proposed for one in table if one.proposal and one.proposal.is_sure]
    print(f"  all, if sure {sum(sure) / len(sure):6.1%}  {sum(sure)} of {len(sure)}")
    for part, (what, asked) in enumerate((("kind", table), ("dimension", success), ("polarity", success))):
        right = sum(one.proposed[part] == one.placed[part] for one in asked)
        print(f"  {what:<10} {right / len(asked):6.1%}  {right} of {len(asked)}")
    for kind in ("key", "success", "none"):
        of_kind = [one for one in table if one.kind == kind]
        right = sum(one.proposed[0] == kind for one in of_kind)
        print(f"  kind {kind:<8} {right / len(of_kind):6.1%}  {right} of {len(of_kind)}")
        for one in of_kind:
            print_miss(one)


def found_or_doubted(one: Labelled) -> frozenset[str]:
    """Return the rules that call a statement wrong, or doubt it where they are not sure."""
    return one.fired() & ERRORS


def print_rules(table: list[Published]) -> None:
    """Print for each rule how many statements that it calls wrong, or only doubts, have a fault, and how many none."""
    print("\nEach rule, on the published statements: what it calls an error, and what it only doubts")
    for rule in sorted(ERRORS):
        errors = faulty(table, lambda one, rule=rule: one.errors() & {rule})
        doubts = faulty(table, lambda one, rule=rule: (one.fired() - one.errors()) & {rule})
        print(
            f"{rule:<4} errors: right {errors.right:>3}  wrong {errors.wrong:>2}   "
            f"doubts: right {doubts.right:>3}  wrong {doubts.wrong:>2}"
        )


def print_miss(one: Published) -> None:
    """Print a published statement that was proposed or checked wrongly."""
    if one.placed != one.proposed:
        print(f"    is {said(one.placed, '/')}, proposed {said(one.proposed, '/')}: {one.statement}")
    fired, is_exact = found_or_doubted(one.checked), one.kind != "none" and "grammar" not in one.faults
    if (is_exact and fired != one.faults) or (one.faults and not fired):
        found = said(rule if rule in one.checked.errors() else f"{rule}?" for rule in sorted(fired)) or "none"
        print(f"    has {said(sorted(one.faults)) or 'no fault'}, found {found}: {one.statement}")


def said(parts: Iterable[str], between: str = " ") -> str:
    """Return the parts that are not empty, joined."""
    return between.join(filter(None, parts))


def long_study(table: list[Labelled]) -> Study:
    """Return a study of 150 outcomes of the table, each in its own job step or dimension."""
    outcomes = {one.statement: outcome for one in table for outcome in one.study.outcomes[-1:]}
    chosen = [replace(one, id=f"o-{n}") for n, one in enumerate(outcomes.values())][:OUTCOMES]
    return Study(
        title="Long", job="Do it", steps=(Step(id="step", name="Do it", is_core=True),), outcomes=tuple(chosen)
    )


def print_times(study: Study) -> None:
    """Print how long all checks take when nothing is kept from before, and when one statement has changed."""
    first, again = [], []
    for number in range(REPEATS):
        new = replace(study, job=f"Do it for the {number}th time")
        first.append(seconds(new))
        last = replace(new.outcomes[-1], statement=f"My house has {number} doors")
        again.append(seconds(replace(new, outcomes=(*new.outcomes[:-1], last))))
    print(f"\n{len(study.outcomes)} outcomes, {len(problems(study))} problems, best of {REPEATS} (aim {AIM_MS} ms)")
    print(f"checked for the first time  {min(first) * 1000:6.1f} ms")
    print(f"checked again               {min(again) * 1000:6.1f} ms")


def seconds(study: Study) -> float:
    """Return how long the checks take."""
    started = time.perf_counter()
    problems(study)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
