"""What one cell of ratings says: a number, a label, that the rating is missing, or that it does not apply."""

import re
from typing import Literal, NamedTuple

from jtbd_core.exchange.labels import KNOWN
from jtbd_core.study.value import comparable

NUMBER = re.compile(r"[-+]?\d+(\.\d*)?(e[-+]?\d+)?")
CODED = re.compile(r"\(?(-?\d{1,3})\)?\s*(?:[-–—=:.)]\s*|\s)([^\d\s].*)|([^\d]*[^\d\s(])\s*\((-?\d{1,3})\)")
"""A number with a label behind it, as in "4 - very important", or before it, as in "very important (4)"."""

LETTERED = re.compile(r"([a-z]{1,3})0*(\d{1,2})")
"""A code of a letter and a number, as LimeSurvey gives them to answers."""

_MISSING = """
    na; n/a; /; n.a; #n/a; #na; nan; null; none; nil; -; --; –; —; .; ..; ...; …; ?; *; missing; blank; unknown
    #nv; #null!; #value!; #ref!; #div/0!; #name?; #num!
    don't know; dont know; do not know; i don't know; dk; not sure; unsure; can't say; cannot say; no opinion
    no answer; no response; not answered; refused; prefer not to say; rather not say; prefer not to answer; skipped
    weiß nicht; weiss nicht; weiß ich nicht; keine angabe; k.a; k. a; keine antwort; keine meinung
    kann ich nicht sagen; kann ich nicht beurteilen
    ne sais pas; je ne sais pas; nsp; sans réponse; sans opinion; pas de réponse; ne se prononce pas
    no sé; no sabe; no lo sé; ns/nc; sin respuesta; no contesta; sin opinión; prefiero no decirlo
    não sei; não sabe; ns/nr; sem resposta; sem opinião; não respondeu; prefiro não responder
"""
_DOES_NOT_APPLY = """
    not applicable; does not apply; doesn't apply; does not apply to me; not relevant
    trifft nicht zu; trifft auf mich nicht zu; nicht zutreffend; nicht anwendbar; entfällt
    ne s'applique pas; non applicable; sans objet; ne me concerne pas
    no aplica; no se aplica; no se aplica a mi caso; no procede; no corresponde
    não se aplica; não aplicável; não se aplica a mim
"""

BRACKETS = re.compile(r"^[(\[<\"“]([^()\[\]]*)[)\]>\"”]$")
PLAIN = str.maketrans("’‘/", "'' ")

Meaning = Literal["number", "label", "missing", "does not apply", "unknown"]


class Said(NamedTuple):
    """What a cell means; `number` is its code, and `label` its words in lower case, where it has one."""

    meaning: Meaning
    number: float | None = None
    label: str = ""


def words(text: str) -> str:
    """Return a text as labels are compared: in lower case, with plain apostrophes, without brackets and full stop."""
    return BRACKETS.sub(r"\1", comparable(text).casefold().translate(PLAIN)).removesuffix(".").strip()


def _listed(table: str) -> frozenset[str]:
    return frozenset(words(one) or one.strip() for line in table.split("\n") for one in line.split(";") if one.strip())


MISSING, DOES_NOT_APPLY = _listed(_MISSING), _listed(_DOES_NOT_APPLY)


def read_cell(text: str) -> Said:
    """Return what a cell that is not empty says."""
    said = words(text)
    number = comparable(text).replace("−", "-").replace(",", ".").casefold()
    if NUMBER.fullmatch(number):
        return Said("number", float(number))
    if said in MISSING or text.strip() in MISSING:
        return Said("missing")
    if said in DOES_NOT_APPLY:
        return Said("does not apply")
    if coded := CODED.fullmatch(said):
        label = words(coded[2] or coded[3])
        meaning: Meaning = "missing" if label in MISSING else "does not apply" if label in DOES_NOT_APPLY else "label"
        return Said(meaning, float(coded[1] or coded[4]), label)
    if lettered := LETTERED.fullmatch(said):
        return Said("label", float(lettered[2]), lettered[1])
    return Said("label" if said in KNOWN else "unknown", None, said)


def is_answer(text: str) -> bool:
    """Whether a cell is surely an answer to a rating, rather than a heading."""
    said = read_cell(text)
    return said.meaning not in ("label", "unknown") or said.label in KNOWN or bool(LETTERED.fullmatch(words(text)))
