"""The difference between two states of a study's outcomes, as it is shown before a file is imported."""

from collections.abc import Mapping

from jtbd_core.study import Study
from jtbd_core.study.value import Value


class OutcomesDiff(Value, frozen=True, kw_only=True):
    """The statements that are added, changed and removed, the names of added job steps, and whether the order changes.

    An entry of `changed` is "old → new", or the statement alone where another part of the outcome changes.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    steps: tuple[str, ...]
    is_reordered: bool


def outcomes_diff(before: Study, after: Study) -> OutcomesDiff:
    """Return the difference between two states of a study's outcomes and job steps; outcomes are matched by id."""
    old, new = ({one.id: one for one in study.outcomes} for study in (before, after))
    stayed = [name for name in old if name in new]
    texts = {name: (_translations(before, name), _translations(after, name)) for name in stayed}
    known = {step.id for step in before.steps}
    return OutcomesDiff(
        added=tuple(one.statement for name, one in new.items() if name not in old),
        changed=tuple(
            _changes(old[name].statement, new[name].statement)
            for name in stayed
            if old[name] != new[name] or texts[name][0] != texts[name][1]
        ),
        removed=tuple(one.statement for name, one in old.items() if name not in new),
        steps=tuple(step.name for step in after.steps if step.id not in known),
        is_reordered=stayed != [name for name in new if name in old],
    )


def _translations(study: Study, name: str) -> Mapping[str, str]:
    return {code: texts[f"outcome.{name}"] for code, texts in study.translations.items() if f"outcome.{name}" in texts}


def _changes(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"
