"""The rule that compares statements across a study: duplicates."""

import re
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from jtbd_core.study.study import Outcome, Study
from jtbd_core.study.wording.grammar import is_english
from jtbd_core.study.wording.subject import WHOLE, Remark, Severity, straight
from jtbd_core.study.wording.vocabulary import STOP_WORDS

_STOP_WORDS = frozenset(STOP_WORDS.split("|"))

ALIKE = 90.0  # of statements that differ, published or labelled, none reaches 78; two inflections of one reach 97
SHARED = 0.7  # of their words; the published statements share 0.43 at most

RuleAcross = Callable[[Study], Iterator[tuple[Outcome, Remark]]]


def duplicates(study: Study) -> Iterator[tuple[Outcome, Remark]]:
    """Yield L12 for each outcome whose statement is nearly that of an earlier one, by spelling or by shared words."""
    in_english = is_english(study.language)
    texts = [_content(one.statement, in_english) for one in study.outcomes]
    if len(texts) < 2:
        return
    same = (process.cdist(texts, texts, scorer=fuzz.token_sort_ratio, dtype=np.float32) >= ALIKE) | _share_words(texts)
    for later, outcome in enumerate(study.outcomes):
        if same[later, :later].any():
            earlier = study.outcomes[int(same[later].argmax())]
            yield outcome, Remark(WHOLE, f"It says nearly the same as “{earlier.statement}”: keep one of the two.")


def _share_words(texts: list[str]) -> npt.NDArray[np.bool_]:
    """Return a square matrix: whether two texts share at least `SHARED` of their words (Jaccard similarity)."""
    words = [frozenset(text.split()) for text in texts]
    places = {word: place for place, word in enumerate(frozenset().union(*words))}
    has = np.zeros((len(texts), len(places)), dtype=np.float32)
    for row, some in enumerate(words):
        has[row, [places[word] for word in some]] = 1
    both, sizes = has @ has.T, has.sum(axis=1)
    return np.asarray(both >= SHARED * (sizes[:, None] + sizes - both))


def _content(statement: str, in_english: bool) -> str:
    words = re.findall(r"\w+", straight(statement).lower())
    return " ".join(word for word in words if not in_english or word not in _STOP_WORDS) or " ".join(words)


RULES_ACROSS: dict[str, tuple[Severity, RuleAcross]] = {
    "L12": ("warning", duplicates),
}
"""Severity and function of each rule that compares the statements of a study."""
