"""What a statement means in German, French, Spanish or Portuguese, as far as a few cues tell."""

import re
from typing import NamedTuple

from jtbd_core.study.study import Polarity
from jtbd_core.study.wording.meaning import FELT, MEASURED, PERHAPS_FACT, SEEN, Meaning
from jtbd_core.study.wording.subject import straight


class _Cues(NamedTuple):
    avoid: str
    felt: str
    seen: str
    measured: str


_CUES = {
    "de": _Cues(
        r"\b(?:nicht|kein\w*|nie|niemals|ohne|nichts|niemand\w*|weder)\b",
        r"\bfühl\w*\b|\bich (?:bin|habe) (?:\w+ )?(?:stolz|zuversichtlich|entspannt|ruhig|froh|glücklich|angst|sorgen?)"
        r"|\bich (?:genieße|freue|fürchte|sorge|glaube|hoffe|vertraue)\b|^seelenruhe|^gelassenheit",
        r"\b(?:halten|hält|sehen|sieht|schätz\w+|respektier\w+|betracht\w+|denk\w+|find\w+|bewunder\w+|vertrau\w+"
        r"|anerkenn\w+"
        r"|erkenn\w+)\b.*\b(?:mich|uns|ich|wir|mir|meine\w*|unsere\w*)\b|\bich (?:gelte|werde|bin).*\b(?:angesehen"
        r"|geschätzt"
        r"|respektiert|wahrgenommen|anerkannt|als)\b",
        r"^(?:minimier\w*|verringer\w*|reduzier\w*|senk\w*|erhöh\w*|steiger\w*|maximier\w*|verkürz\w*)\b|^die (?:zeit|"
        r"wahrscheinlichkeit|anzahl|zahl)\b.*(?:minimieren|verringern|senken|erhöhen|steigern|verkürzen)\W*$",
    ),
    "fr": _Cues(
        r"\bn(?:e\b|['’])|\b(?:pas|jamais|sans|aucune?|rien|personne|plus de)\b",
        r"\b(?:sens|sentons|ressen\w+|sentir)\b|\bje suis (?:\w+ )?(?:fi[eè]re?|confiante?|détendue?|calme|heureu\w+"
        r"|inqui[eè]\w+"
        r"|rassurée?|sereine?)\b|\bj'ai (?:peur|confiance)\b|\bje crois\b|^(?:la )?(?:sérénité|tranquillité)",
        r"\b(?:me|m'|nous) ?(?:voi\w+|considèr\w+|respect\w+|perçoi\w+|trouv\w+|appréci\w+|admir\w+|prenn\w+"
        r"|reconnai\w+|fait"
        r" confiance|font confiance)\b|\b(?:pens\w+|dis\w+|croi\w+) que (?:je|nous)\b|\bje suis (?:vue?|perçue?"
        r"|considérée?"
        r"|respectée?|reconnue?)\b",
        r"^(?:minimiser|réduire|diminuer|augmenter|maximiser|accroître|raccourcir)\b",
    ),
    "es": _Cues(
        r"\b(?:no|nunca|jamás|sin|ning[uú]n\w*|nada|nadie|ni)\b",
        r"\b(?:me|nos) (?:siento|sentimos|preocup\w+|alegr\w+)\b|\bsentir(?:me|se)\b|\b(?:estoy"
        r"|soy) (?:\w+ )?(?:orgullos\w|tranquil\w"
        r"|segur\w de|confiad\w|feliz|relajad\w|preocupad\w)\b|\bcreo que\b|\btengo (?:miedo|confianza)\b"
        r"|^(?:la )?tranquilidad",
        r"\b(?:me|nos) (?:ven?|consideran?|respetan?|perciben?|valoran?|aprecian?|admiran?|reconocen?|toman?|tienen?)\b"
        r"|\b(?:piensan?|creen?|dicen?) que (?:soy|estoy|somos|mi)\b|\bsoy (?:vist\w|percibid\w|considerad\w"
        r"|respetad\w|reconocid\w)\b",
        r"^(?:minimizar|reducir|disminuir|aumentar|incrementar|maximizar|acortar|minimice|reduzca|aumente)\b",
    ),
    "pt": _Cues(
        r"\b(?:não|nunca|jamais|sem|nenhum\w*|nada|ninguém|nem)\b",
        r"\b(?:me sinto|sinto-me|sinto|sentimos|sentir-me|sentir)\b|\b(?:estou|sou) (?:\w+ )?(?:orgulhos\w|tranquil\w"
        r"|confiante|feliz"
        r"|relaxad\w|preocupad\w|calm\w)\b|\bacredito que\b|\btenho (?:medo|confiança)\b|^(?:a )?tranquilidade",
        r"\b(?:me|nos) (?:veem|vê|consideram?|respeitam?|percebem?|valorizam?|apreciam?|admiram?|reconhecem?|levam?"
        r"|acham?)\b"
        r"|\w+-(?:me|nos)\b|\b(?:pensam?|acham?|dizem?|acreditam?) que (?:sou|estou|somos|meu|minha)\b"
        r"|\bsou (?:vist\w|percebid\w"
        r"|considerad\w|respeitad\w|reconhecid\w)\b",
        r"^(?:minimizar|reduzir|diminuir|aumentar|maximizar|encurtar|minimize|reduza|aumente)\b",
    ),
}


def foreign_meaning(statement: str, language: str) -> Meaning:
    """Return what a statement in another language than English means: never sure, functional without any cue."""
    cues, text = _CUES.get(language.split("-")[0]), straight(statement).strip()
    if cues is not None:
        if re.search(f"(?i){cues.measured}", text):
            return Meaning("key outcome", False, MEASURED)
        if re.search(f"(?i){cues.felt}", text):
            return Meaning("emotional", False, FELT)
        if re.search(f"(?i){cues.seen}", text):
            return Meaning("social", False, SEEN)
    return Meaning("functional", False, PERHAPS_FACT)


def foreign_polarity(statement: str, language: str) -> Polarity:
    """Return avoid if the statement has a negation in its language, as far as it is one of the four."""
    cues = _CUES.get(language.split("-")[0])
    return "avoid" if cues is not None and re.search(f"(?i){cues.avoid}", straight(statement)) else "wanted"
