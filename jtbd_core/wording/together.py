"""Rules about statements beside each other: duplicates, and several verbs for one direction."""

import re
from collections.abc import Iterator

import numpy as np
from rapidfuzz import fuzz, process

from jtbd_core.study import Outcome, Study
from jtbd_core.wording.grammar import LESS
from jtbd_core.wording.metric import with_usual_verb
from jtbd_core.wording.subject import WHOLE, Remark, Subject
from jtbd_core.wording.vocabulary import STOP_WORDS

_STOP_WORDS = frozenset(STOP_WORDS.split("|"))

ALIKE = 90.0
SHARED = 0.7


def duplicates(study: Study, is_english: bool) -> Iterator[tuple[Outcome, Remark]]:
    """Yield L12 for each outcome that says what an earlier one says."""
    keys = [_content(one.statement, is_english) for one in study.outcomes]
    if len(keys) < 2:
        return
    alike = process.cdist(keys, keys, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, dtype=np.float32)
    words = [frozenset(key.split()) for key in keys]
    for later, outcome in enumerate(study.outcomes):
        for earlier in range(later):
            both = len(words[later] & words[earlier])
            shared = both / max(1, len(words[later]) + len(words[earlier]) - both)
            if alike[later, earlier] or shared >= SHARED:
                why = f"It says nearly the same as “{study.outcomes[earlier].statement}”: keep one of the two."
                yield outcome, Remark(WHOLE, why)
                break


def _content(statement: str, is_english: bool) -> str:
    words = re.findall(r"\w+", statement.lower().replace("’", "'"))
    return " ".join(word for word in words if not is_english or word not in _STOP_WORDS) or " ".join(words)


def mixed_verbs(study: Study) -> Iterator[tuple[Outcome, Remark]]:
    """Yield L16 for each key outcome that says reduce, decrease or lower where others say minimize."""
    if not any(re.match(r"(?i)\s*minimi[sz]e\b", one.statement) for one in study.key_outcomes):
        return
    for outcome in study.key_outcomes:
        if found := re.match(rf"(?i)\s*(?:{LESS})\b", outcome.statement):
            why = f"Others begin with “Minimize”, this one with “{found[0].strip()}”: a change of verb changes ratings."
            subject = Subject(outcome.statement, outcome, study.job, ())
            yield outcome, Remark(found.span(), why, suggestion=with_usual_verb(subject))
