"""The voice in which a study speaks: “I” for a person who does the job, “we” for an organisation."""

import re
from typing import NamedTuple

from jtbd_core.study.study import Study
from jtbd_core.study.wording.cue_words import ORGANIZATIONS
from jtbd_core.study.wording.subject import Subject, straight


class Voice(NamedTuple):
    """The pronouns of a voice, and the form of “be” that goes with its subject."""

    subject: str
    be: str
    possessive: str
    object: str

    def spoken(self, statement: str, typed: str) -> str:
        """Return a statement in this voice where it speaks of “I” or “me” and what was typed does not."""
        if self is ALONE or _I.search(straight(typed)):
            return statement
        opened = re.sub(r"^I am\b", f"{self.subject} {self.be}", statement)
        opened = re.sub(r"^I\b(?!')", self.subject, opened)
        return re.sub(r"^(Others .*?\b)me\b", rf"\1{self.object}", opened)

    def suits(self, statement: str) -> bool:
        """Whether a statement does not speak in the other voice."""
        return not (_WE if self is ALONE else _I).search(straight(statement))

    def asked(self, text: str) -> str:
        """Return a question, or the opening of its answers, in this voice."""
        if self is ALONE:
            return text
        opened = re.sub(r"^I\b", self.subject, text)
        return re.sub(r"\bI\b", self.subject.lower(), opened).replace("My ", f"{self.possessive} ")

    def quoted(self, advice: str) -> str:
        """Return an advice with what it quotes in this voice."""
        return advice.replace("“I ", f"“{self.subject} ")


ALONE = Voice("I", "am", "My", "me")
TOGETHER = Voice("We", "are", "Our", "us")

_I = re.compile(r"(?i)\b(?:I|me|my|myself)\b")
_WE = re.compile(r"(?i)\b(?:we|us|our|ours|ourselves)\b")
_GROUPS = re.compile(
    rf"(?i)\b(?:{ORGANIZATIONS}|board|council|committee|association|society|federation|union|authority|municipality"
    r"|ministry|government|administration|parish|congregation|church|choir|orchestra|band|crew|staff|family|household"
    r"|couple|factory|plant|workshop|farm|bakery|hotel|bank|foundation|institute|college|academy|kindergarten|nursery"
    r"|library|museum|theatre|theater|clinic|laborator(?:y|ies)|lab|start-?up|co-?op(?:erative)?|enterprise|consortium"
    r"|network|provider|supplier|manufacturer|publisher|retailer|employer|cent(?:re|er)|services?|parties|party"
    r"|parliament|court|jury|ward|cross|faculty|ngo|non-?profit|town|city|village|ltd|inc|llc|gmbh|plc)\W*$"
)
_CLOSED = re.compile(
    r"(?i)\s*(?:,|\(|–| (?:of|at|in|on|with|for|from|to|who|that|which|whose|and|or|near|by|after"
    r"|\w+ing (?:an?|the|its|their|our|to|for|of))\b).*$"
)
"""What goes on after the noun that says who does the job."""


def voice(study: Study) -> Voice:
    """Return the voice of a study: that of a group where the name of who does the job, or else the job, is of one."""
    executor = straight(study.executor).strip()
    if executor:
        is_group = bool(_GROUPS.search(_CLOSED.sub("", executor)) or _WE.match(executor))
        return TOGETHER if is_group else ALONE
    return voice_of(study.job, ALONE)


def voice_of(text: str, otherwise: Voice) -> Voice:
    """Return the voice of a text that says “we” or “our”, `otherwise` that of the study."""
    return TOGETHER if _WE.search(straight(text)) and not _I.search(straight(text)) else otherwise


def voice_for(subject: Subject) -> Voice:
    """Return the voice in which the outcome of a subject is to speak."""
    return voice_of(subject.text, TOGETHER if subject.is_group else ALONE)
