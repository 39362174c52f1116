"""The job step that a key outcome belongs to, by the words that it shares with the name of the step."""

import re
from collections import Counter
from functools import lru_cache

from jtbd_core.study.study import Study
from jtbd_core.study.value import comparable, identifier
from jtbd_core.study.wording.vocabulary import STOP_WORDS


class JobSteps:
    """The job steps of a study, and the ids of new ones, found by a name or by the words that a statement shares."""

    def __init__(self, study: Study) -> None:
        self.ids = {comparable(step.name).casefold(): step.id for step in study.steps}
        self.steps = {step.id: step for step in study.steps}
        self.core = next((step.id for step in study.steps if step.is_core), None)
        self._words = {step.id: stems(step.name) for step in study.steps}
        self._counts = Counter(word for words in self._words.values() for word in words)

    def named(self, name: str) -> tuple[str, bool]:
        """Return the id of the job step of this name, and whether it is new."""
        known = self.ids.setdefault(comparable(name).casefold(), "")
        is_new = not known
        if is_new:
            known = self.ids[comparable(name).casefold()] = identifier(name, set(self.ids.values()), "step")
        return known, is_new or known not in self._words

    def sharing(self, statement: str) -> tuple[str | None, bool]:
        """Return the step that shares most words with a statement, rare ones counting more; else the core, unsure."""
        said = stems(statement)
        shared = {one: sum(1 / self._counts[word] for word in words & said) for one, words in self._words.items()}
        best = sorted(shared, key=shared.__getitem__, reverse=True)[:2]
        if not best or not shared[best[0]]:
            return self.core, False
        is_alone = len(best) == 1 or shared[best[0]] > shared[best[1]]
        return (best[0], True) if is_alone else (self.core if self.core in best else best[0], False)


_STOP = frozenset((*STOP_WORDS.split("|"), "minimize", "minimise", "increase", "time", "likelihood", "number", "all"))


@lru_cache(maxsize=4096)  # of each name and statement, asked again at each rerun of a page
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that say what it is about, by which texts are compared."""
    words = re.findall(r"[^\W\d_]{2,}", comparable(text).casefold())
    return frozenset(_stem(word) for word in words if word not in _STOP)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "al", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl" else stem
    return word
