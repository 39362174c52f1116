"""Translations of a study: its texts by id, the study in one language, and the texts without a translation.

The ids are `title`, `job`, `purpose`, `step.<id>`, `outcome.<id>`, `solution.<id>`, `circumstance.<id>` and
`option.<circumstance id>.<option id>`; the ids of parts have no dot.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from jtbd_core.cache import for_same_objects
from jtbd_core.study.study import Circumstance, Study


def texts(study: Study) -> dict[str, str]:
    """Return the texts that respondents read, by id, in the order of the form, without those of retired outcomes."""
    found = {"title": study.title, "job": study.job, "purpose": study.purpose}
    found |= {f"solution.{one.id}": one.name for one in study.solutions}
    for one in study.circumstances:
        found[f"circumstance.{one.id}"] = one.question
        found |= {f"option.{one.id}.{option.id}": option.label for option in one.options}
    found |= {f"step.{one.id}": one.name for one in study.steps}
    found |= {f"outcome.{one.id}": one.statement for one in study.outcomes if not one.is_retired}
    return {name: text for name, text in found.items() if text}


def in_language(study: Study, language: str) -> Study:
    """Return the study with its texts translated; those without a translation stay in the study's own language."""
    said = study.translations.get(language)
    if not said:
        return study
    return replace(
        study,
        title=said.get("title", study.title),
        job=said.get("job", study.job),
        purpose=said.get("purpose", study.purpose),
        steps=tuple(replace(one, name=said.get(f"step.{one.id}", one.name)) for one in study.steps),
        outcomes=tuple(replace(one, statement=said.get(f"outcome.{one.id}", one.statement)) for one in study.outcomes),
        solutions=tuple(replace(one, name=said.get(f"solution.{one.id}", one.name)) for one in study.solutions),
        circumstances=tuple(_circumstance(one, said) for one in study.circumstances),
    )


def language_of(study: Study, name: str, language: str) -> str:
    """Return the language in which `in_language` gives the text of this id."""
    return language if name in study.translations.get(language, {}) else study.language


def with_translation(study: Study, language: str, name: str, text: str) -> Study:
    """Return the study with the translation of a text set, or deleted where `text` is blank.

    A language without a translation of any text of the study is dropped.
    """
    said = {**study.translations.get(language, {}), name: text.strip()}
    said = {name: words for name, words in said.items() if words}
    others = {code: words for code, words in study.translations.items() if code != language}
    return replace(study, translations=others | ({language: said} if said.keys() & texts(study).keys() else {}))


@for_same_objects
def spoken(study: Study) -> tuple[str, ...]:
    """Return the languages in which a study can be answered: its own, and those that have every statement."""
    said = [f"outcome.{one.id}" for one in study.outcomes if not one.is_retired]
    others = [code for code, words in study.translations.items() if all(name in words for name in said)]
    return (study.language, *(code for code in others if code != study.language))


def missing(study: Study) -> dict[str, list[str]]:
    """Return the ids of the texts without a translation, by language; empty for a complete language."""
    return {
        language: [name for name in texts(study) if name not in said] for language, said in study.translations.items()
    }


def _circumstance(asked: Circumstance, said: Mapping[str, str]) -> Circumstance:
    options = (replace(one, label=said.get(f"option.{asked.id}.{one.id}", one.label)) for one in asked.options)
    question = said.get(f"circumstance.{asked.id}", asked.question)
    return replace(asked, question=question, options=tuple(options))
