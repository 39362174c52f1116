"""What a statement means, whatever its grammar: the kind that it belongs to, or why it is no outcome.

The checks ask for one grammar per kind; here wishes, infinitives, gerunds and bare nouns are understood as well.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from jtbd_core.study.study import Kind, Outcome
from jtbd_core.study.wording import cues
from jtbd_core.study.wording.clause import declares, main_clause
from jtbd_core.study.wording.company import company_goal
from jtbd_core.study.wording.grammar import ABOUT_US, BELIEF, FEEL, NAKED_METRIC, OTHERS_THINK, SEEN_AS, act
from jtbd_core.study.wording.subject import Subject, straight
from jtbd_core.study.wording.wish import wish


class Meaning(NamedTuple):
    """The kind that a statement belongs to, None if it is no outcome; whether that is sure; the reason in a sentence.

    It is unsure where only the lack of any cue leaves this kind, or where the wording is far from that of the kind.
    """

    kind: Kind | None
    is_sure: bool
    reason: str


FELT = "How the person feels is emotional, whether there is reason for it or not."
SEEN = "What others in fact think of the person is social."
MEASURED = "A direction and a measure make a key outcome, wanted while a job step is done."
PERHAPS_FACT = "It names neither a feeling nor what others think, so it is probably functional."
_BELIEVED = "A belief about what others think is emotional: it is in the person’s own mind."
_FACT = "What is so once the job is done, and can be observed, is functional."
_ACT = "It is something to do, so a job step rather than an outcome."
_COMPANY = "It is a goal of a company that sells, not of the people who get the job done."
_QUESTION = "A question is no outcome."
_WISHED = "A wish is no outcome: ask why they want it, and write down the state that it would bring about."
_FRAGMENT = "It is no sentence that can be true or false, perhaps a step or a feature: say what is so."


class _Text(NamedTuple):
    """The main clause with straight apostrophes, `bare` of what leads it: “I want to”, “able to”."""

    text: str
    bare: str

    @property
    def is_social(self) -> bool:
        return _says_opinion(self.bare)

    @property
    def is_company_goal(self) -> bool:
        return not self.is_social and any(company_goal(Subject(self.text, _ANY, "", ())))

    @property
    def is_belief(self) -> bool:
        """Whether the person believes that others think something of them."""
        belief = cues.BELIEVED.search(self.text)
        return belief is not None and _says_opinion(self.text[belief.end() :])

    @property
    def is_measure(self) -> bool:
        """Whether it has a direction, and is not what the person can do, as in “I can raise issues”."""
        return bool(cues.MEASURE.search(self.bare)) and not cues.ABLE.search(self.text)

    @property
    def is_act(self) -> bool:
        """Whether it is an imperative, and not what the person can do."""
        return not cues.ABLE.search(self.text) and act(self.bare) is not None

    @property
    def is_fact(self) -> bool:
        """Whether it is a sentence of the person, and not of what others do towards the person."""
        return declares(self.text) and not ABOUT_US.search(self.text)

    @property
    def is_state(self) -> bool:
        """Whether it may be a fact: a sentence, or a state that is not worded as one, as in “Get promoted”."""
        return declares(self.text) or bool(cues.STATE.search(self.bare) or cues.ABLE.search(self.text))


_ANY = Outcome(id="any", statement="any", dimension="functional")
_MEANINGS: tuple[tuple[Callable[[_Text], object], Meaning], ...] = (
    (lambda one: one.text.endswith("?"), Meaning(None, True, _QUESTION)),
    (lambda one: one.is_company_goal, Meaning(None, True, _COMPANY)),
    (lambda one: one.is_belief, Meaning("emotional", True, _BELIEVED)),
    (lambda one: BELIEF.search(one.text) or FEEL.search(one.text), Meaning("emotional", True, FELT)),
    (
        lambda one: one.is_measure and one.is_social and not cues.NAMED_METRIC.search(one.bare),
        Meaning("social", False, SEEN),
    ),
    (lambda one: one.is_measure and cues.LESS_FEELING.search(one.bare), Meaning("emotional", False, FELT)),
    (lambda one: cues.THIN.search(one.bare), Meaning(None, False, _FRAGMENT)),
    (lambda one: one.is_measure, Meaning("key outcome", True, MEASURED)),
    (lambda one: cues.FEELING.search(one.bare), Meaning("emotional", True, FELT)),
    (lambda one: one.is_social, Meaning("social", True, SEEN)),
    (lambda one: cues.THEY_FEEL.search(one.bare), Meaning("emotional", True, FELT)),
    (lambda one: NAKED_METRIC.search(one.bare), Meaning("key outcome", False, MEASURED)),
    (lambda one: one.is_act, Meaning(None, False, _ACT)),
    (lambda one: one.is_fact, Meaning("functional", True, _FACT)),
    (lambda one: one.is_state, Meaning("functional", False, PERHAPS_FACT)),
)
"""What a statement means, by the first test that it passes."""


@lru_cache(maxsize=4096)  # asked again at each rerun of the page that shows a pasted list
def meaning(statement: str) -> Meaning:
    """Return what an English statement means; what is no sentence, and has no cue of a feeling, is no outcome.

    A wish means what is wished for, unsure, where that is a feeling, an opinion or a measure; else it is no outcome.
    """
    whole = straight(statement).strip()
    text = main_clause(whole)
    one = _Text(text, cues.LEAD.sub("", text, count=1) or text)
    none = Meaning(None, False, _FRAGMENT)
    means = next((means for passes, means in _MEANINGS if passes(one)), none)
    if not wish(whole) or means.reason == _QUESTION:
        return means
    return means._replace(is_sure=False) if means.kind not in (None, "functional") else Meaning(None, True, _WISHED)


def _says_opinion(bare: str) -> bool:
    return any(cue.search(bare) for cue in (OTHERS_THINK, SEEN_AS, cues.OPINION))
