"""A remark: what a respondent wrote in own words, as the facilitator reads, groups and releases it."""

import re
import unicodedata
from collections.abc import Collection
from typing import Literal

from jtbd_core.errors import Refused
from jtbd_core.study.value import Value

RemarkKind = Literal["missed", "solution"]
"""What a remark answers: what the study missed, or which other solution is used today."""

LONGEST_LABEL = 60
WITHDRAWN = "withdrawn"
"""The batch of remarks that left what was released along with one that its author took back."""

HIDDEN_NAME = "[name]"
"""What stands in a remark in place of the words that were hidden."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


class Remark(Value, frozen=True, kw_only=True):
    """What one respondent wrote; nothing in it tells who that is, or when it was written.

    `id` is random and another one once the text is written anew. It may be grouped under an `outcome` (its id) or a
    `label`, not both. `batch` is the random name of the batch in which it was released, empty until then.
    """

    id: str
    kind: RemarkKind
    text: str
    outcome: str = ""
    label: str = ""
    batch: str = ""

    @property
    def is_released(self) -> bool:
        """Whether it was released; `privacy.shown_remarks` says whether it is shown."""
        return bool(self.batch)

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was released, and left with one that its author took back."""
        return self.batch == WITHDRAWN


def words(text: str) -> list[str]:
    """Return the words of a remark that can be hidden, each once, in their order."""
    return list(dict.fromkeys(_WORD.findall(text.replace(HIDDEN_NAME, " "))))


def without_words(text: str, hidden: Collection[str]) -> str:
    """Return a remark with each of these words replaced, wherever it stands; neighbours become one `HIDDEN_NAME`.

    Raises:
        Refused: none of them is in the remark.
    """
    whole = "|".join(re.escape(word) for word in sorted(hidden, key=len, reverse=True) if word.strip())
    changed, count = re.subn(rf"(?<!\w)(?:{whole})(?!\w)", HIDDEN_NAME, text, flags=re.IGNORECASE) if whole else ("", 0)
    if not count:
        raise Refused("Choose the words of the remark that are to be hidden.")
    mark = re.escape(HIDDEN_NAME)
    return re.sub(rf"{mark}(?:[ .]+{mark})+", HIDDEN_NAME, changed)


def is_line(text: str) -> bool:
    """Whether a text is one line without control characters."""
    return len(text.splitlines()) < 2 and not any(unicodedata.category(one) == "Cc" for one in text)


def check_label(label: str) -> None:
    """Raise Refused if a label of remarks is too long or more than one line."""
    if len(label) > LONGEST_LABEL or not is_line(label):
        raise Refused(f"A label is one line of at most {LONGEST_LABEL} characters.")
