"""How near the studies that serve as examples are to a study, and what they say at its steps."""

from collections.abc import Collection

from jtbd_core.study.sections import Section
from jtbd_core.study.study import Study
from jtbd_core.study.wording.job_steps import stems
from jtbd_core.study.wording.voice import voice


def by_nearness(study: Study, examples: Collection[Study]) -> list[Study]:
    """Return the examples, first those whose job and job steps share most words with those of the study.

    Among those that share as many, the ones in the same voice come first.
    """
    job, steps = stems(study.job), _words(study)

    own = voice(study)

    def shared(one: Study) -> tuple[int, bool]:
        return 3 * len(job & stems(one.job)) + len((job | steps) & _words(one)), voice(one) is own

    return sorted((one for one in examples if one.job != study.job), key=shared, reverse=True)


def _words(study: Study) -> frozenset[str]:
    return stems(study.job).union(*(stems(step.name) for step in study.steps))


def said_at(example: Study, share: float) -> list[str]:
    """Return the key outcomes of the job step that stands at this share of an example's steps, one per opening."""
    filled = [step.id for step in example.steps if Section(step=step.id).outcomes(example)]
    if not filled:
        return []
    step = filled[int(share * len(filled))]
    said = [one.statement for one in Section(step=step).outcomes(example)]
    return list({" ".join(one.split()[:3]): one for one in reversed(said)}.values())[::-1]
