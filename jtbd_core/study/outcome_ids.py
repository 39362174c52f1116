"""The ids of new outcomes: neutral, because statements change while a study is a draft, and ids are in every export."""

import re
from collections.abc import Iterator
from itertools import count

from jtbd_core.study.study import Study

_NEUTRAL = re.compile(r"o(\d{1,9})")


def outcome_ids(study: Study) -> Iterator[str]:
    """Yield ids for new outcomes, `o1`, `o2` …, above all of this form that the study or a translation of it knows."""
    known = {one.id for one in study.outcomes}
    known.update(name.removeprefix("outcome.") for words in study.translations.values() for name in words)
    numbers = (found for found in map(_NEUTRAL.fullmatch, known) if found)
    return (f"o{number}" for number in count(max((int(one[1]) for one in numbers), default=0) + 1))
