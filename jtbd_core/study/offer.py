"""What a study offers people to say about themselves: solutions, questions and options, and those added after launch.

Parts have the ids that `translation.texts` gives them: `solution.<id>`, `circumstance.<id>`, `option.<question>.<id>`.
"""

from collections.abc import Collection

from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy, NotFound
from jtbd_core.study.study import Circumstance, Option, Solution, Study
from jtbd_core.study.value import check_unique


def offer(study: Study) -> dict[str, str]:
    """Return the text of each solution, question and option of a study, by its id."""
    found = {f"solution.{one.id}": one.name for one in study.solutions}
    for asked in study.circumstances:
        found[f"circumstance.{asked.id}"] = asked.question
        found |= {f"option.{asked.id}.{one.id}": one.label for one in asked.options}
    return found


def offering(study: Study, offered: Collection[str]) -> Study:
    """Return the study with these solutions, questions and options alone."""
    if len(offered) >= len(offer(study)):  # a part that was offered is never taken away
        return study
    questions = (one for one in study.circumstances if f"circumstance.{one.id}" in offered)
    return replace(
        study,
        solutions=tuple(one for one in study.solutions if f"solution.{one.id}" in offered),
        circumstances=tuple(
            replace(asked, options=tuple(one for one in asked.options if f"option.{asked.id}.{one.id}" in offered))
            for asked in questions
        ),
    )


def with_added_solution(study: Study, solution: Solution) -> Study:
    """Return the study with a solution added at the end; refuse a second one of the same name."""
    solutions = (*study.solutions, solution)
    check_unique((one.name for one in solutions), "names of solutions")
    return replace(study, solutions=solutions)


def with_added_question(study: Study, question: Circumstance) -> Study:
    """Return the study with a circumstance question added at the end."""
    return replace(study, circumstances=(*study.circumstances, question))


def with_added_option(study: Study, question_id: str, option: Option) -> Study:
    """Return the study with an option added to a question, at its end; refuse a second one of the same label.

    Raises:
        NotFound: there is no such question.
    """
    if question_id not in {one.id for one in study.circumstances}:
        raise NotFound(f"This study has no question “{question_id}”.")
    return replace(
        study, circumstances=tuple(_more(one, option) if one.id == question_id else one for one in study.circumstances)
    )


def _more(question: Circumstance, option: Option) -> Circumstance:
    if option.label in {one.label for one in question.options}:
        raise InvalidStudy(f"“{option.label}” is an option of “{question.question}” already.")
    return replace(question, options=(*question.options, option))
