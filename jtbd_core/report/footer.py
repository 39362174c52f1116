"""The footer of a report: how sure it is, what its figures mean, what limits them, and when it was made."""

from jtbd_core.privacy import THRESHOLD
from jtbd_core.report.ranking import MOST_ROWS
from jtbd_core.scoring.measures import MEASURES, has_bands
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.study import Study
from jtbd_core.study.scale_words import anchor_in_words, important_in_words

BOLD = "Rows in bold contend for first place."
KINDS = ("success outcomes", "key outcomes")


def footer(study: Study, found: Results, sureness: str, made: str) -> tuple[tuple[str, str], ...]:
    """Return the paragraphs of the footer, each with its first words apart; `made` is the day."""
    limits = (
        "Who was invited and did not answer is not known here. An outcome that fewer than "
        f"{THRESHOLD} people rated has no figures. Made with Headway on {made}."
    )
    return (
        ("How sure: ", f"{_marks(found)} {sureness}"),
        ("Formulas: ", " ".join(formulas(study, found))),
        ("Limits: ", limits),
    )


def _marks(found: Results) -> str:
    """Return what the marks and the bold figures of the list of the first kind of outcome mean."""
    kind, scores = next(iter(found.rated.items()))
    key = MEASURES[found.by[kind]].key(scores[scores["n"] > 0].head(MOST_ROWS))
    return f"{BOLD} {key}"


def formulas(study: Study, found: Results) -> list[str]:
    """Return the formulas of the scores that order the lists of a study, each once."""
    rated = found.rated.items()
    return list({found.by[kind]: formula(study, kind, found.by[kind], scores) for kind, scores in rated}.values())


def formula(study: Study, kind: str, by: str, scores: Scores) -> str:
    """Return the formula of a score of a kind of outcome, in the words of the scales of the study."""
    instruments = dict(zip(KINDS, (study.settings.success, study.settings.key), strict=True))
    short = f"below {anchor_in_words(instruments[kind])}"
    important = important_in_words(study.settings.importance)
    published = ", bands at 10, 12 and 15" if has_bands(scores) else ""
    return {
        "unmet": f"Matters and falls short: rated {important} in importance, experience {short}.",
        "opportunity": f"Opportunity: importance + max(importance − satisfaction, 0), Ulwick 2002{published}.",
        "share_short": f"Falls short: experience {short}.",
        "value_wanted": f"Value wanted: mean points {short}.",
    }[by]
