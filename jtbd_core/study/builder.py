"""The questions by which a study is found, one after the other.

The questions follow the article: what somebody can do by getting the job done, which feelings to reach or to avoid, how
others should see them, and what goes wrong within each job step (innodyn.net/jobs-to-be-done-framework-part-5).
"""

import re
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from jtbd_core.study.nearness import by_nearness, said_at
from jtbd_core.study.sections import Section, section_of
from jtbd_core.study.study import Dimension, Outcome, Polarity, Study
from jtbd_core.study.value import Value
from jtbd_core.study.wording import is_english, problems
from jtbd_core.study.wording.gerund import gerund_phrase
from jtbd_core.study.wording.voice import voice

JOB, EXECUTOR, STEPS, CORE = "job", "executor", "steps", "core"
SOLUTIONS, CIRCUMSTANCES, PURPOSE = "solutions", "circumstances", "purpose"
"""The ids of the questions that add no outcomes."""

AVOIDED = "-avoid"
"""The end of the ids of the questions about what should not be."""

EXAMPLES = 2
"""The most examples of a question."""


class BuilderQuestion(Value, frozen=True, kw_only=True):
    """A question about the job of a study.

    `topic` names it within a list. `lead` is the opening of its answers, which may be left out of them; a slash parts
    two. `also` asks the same of those for whom the job is done, as far as there are any. Its answers are outcomes of
    `section` and `polarity`; without a section they are other parts of the study. `examples` are answers of the study
    that is `nearest`, a job.
    """

    id: str
    topic: str
    text: str
    lead: str = ""
    also: str = ""
    section: Section | None = None
    polarity: Polarity = "wanted"
    examples: tuple[str, ...] = ()
    nearest: str = ""
    is_answered: bool = False


_PARTS = {
    JOB: ("the job", "What are people trying to get done?"),
    EXECUTOR: ("who does the job", "Who gets the job done, and judges how well it went: which person or organisation?"),
    STEPS: ("the job steps", "Which stages does the job have, from the first thought to the end?"),
    CORE: ("the core step", "Which of the steps is the act itself, the one that the job is named after?"),
    SOLUTIONS: (
        "what people use today",
        "What do people use today to get it done? Products, services, their own hands, help from others.",
    ),
    CIRCUMSTANCES: (
        "their circumstances",
        "In which situations do people do it? Ask what may change what matters to them.",
    ),
    PURPOSE: ("what the answers are for", "What are the answers for? People read it before they rate."),
}
"""Topic and text of the questions that add no outcomes."""
_TOPICS: dict[tuple[Dimension, Polarity], str] = {
    ("functional", "wanted"): "what should happen",
    ("functional", "avoid"): "what should not happen",
    ("emotional", "wanted"): "what to feel",
    ("emotional", "avoid"): "what not to feel",
    ("social", "wanted"): "how others should see you",
    ("social", "avoid"): "how others should not see you",
}
_LEADS: dict[tuple[Dimension, Polarity], str] = {
    ("functional", "wanted"): "The … is … / I can …",
    ("functional", "avoid"): "The … is not …",
    ("emotional", "wanted"): "I feel …",
    ("emotional", "avoid"): "I do not feel …",
    ("social", "wanted"): "My … think that I …",
    ("social", "avoid"): "My … do not think that I …",
}
_SERVED = re.compile(
    r"(?i)\b(customers?|clients?|patients?|guests?|residents?|passengers?|citizens?|tenants?|students?|pupils?|users?"
    r"|visitors?|members?|subscribers?|shoppers?|buyers?)\b"
)
_SERVING = re.compile(
    r"(?i)\b(compan(?:y|ies)|organi[sz]ations?|firms?|business(?:es)?|agenc(?:y|ies)|shops?|stores?|restaurants?"
    r"|caf[eé]s?"
    r"|hotels?|banks?|insurers?|clinics?|hospitals?|practices?|pharmac(?:y|ies)|offices?|departments?|authorit(?:y|ies)"
    r"|schools?|universit(?:y|ies)|charit(?:y|ies)|(?:support|service|sales|care|help ?desk) (?:team|desk|staff"
    r"|agent)s?"
    r"|providers?|suppliers?|vendors?|retailers?|freelancers?|contractors?|consultants?|craftsm[ae]n|tradesm[ae]n"
    r"|nurses?|doctors?|physicians?|dentists?|therapists?|carers?|caregivers?|teachers?|tutors?|waiters?"
    r"|waitress(?:es)?"
    r"|hairdressers?|lawyers?|advis[eo]rs?|brokers?|plumbers?|electricians?|mechanics?|couriers?|photographers?)\b"
)
"""Organisations, and people who work for others."""


def questions(study: Study, examples: Collection[Study]) -> tuple[BuilderQuestion, ...]:
    """Return the questions of a study in their order; `examples` are studies whose statements serve as examples.

    The job, who does it, its steps and its core step come first, then the six questions of success, then one for each
    job step, the solutions, the circumstances and the purpose. Which is the core step is asked once there are steps.
    """
    near = by_nearness(study, examples)
    job_errors = any(one.outcome is None and one.severity == "error" for one in problems(study))
    executors = [(one.job, [one.executor] if one.executor else []) for one in near]
    steps = [(one.job, [step.name for step in one.steps]) for one in near]
    solutions = [(one.job, [solution.name for solution in one.solutions]) for one in near]
    circumstances = [(one.job, [asked.question for asked in one.circumstances]) for one in near]
    return (
        _of_parts(JOB, not job_errors, ()),
        _of_parts(EXECUTOR, bool(study.executor), executors),
        _of_parts(STEPS, bool(study.steps), steps),
        *([_of_parts(CORE, any(step.is_core for step in study.steps), ())] if study.steps else []),
        *(_success(study, dimension, polarity, near) for dimension, polarity in _TOPICS),
        *(_of_step(study, place, near) for place in range(len(study.steps))),
        _of_parts(SOLUTIONS, len(study.solutions) > 1, solutions),
        _of_parts(CIRCUMSTANCES, bool(study.circumstances), circumstances),
        _of_parts(PURPOSE, bool(study.purpose.strip()), ()),
    )


def next_question(asked: Sequence[BuilderQuestion], after: str = "") -> BuilderQuestion | None:
    """Return the next question without an answer, first among those after the one with this id; None if there is none.

    With an id, only questions after it are returned, so that what was skipped is not asked at once again.
    """
    ids = [one.id for one in asked]
    start = ids.index(after) + 1 if after in ids else 0
    return next((one for one in asked[start:] if not one.is_answered), None)


def question_of(outcome: Outcome) -> str:
    """Return the id of the question that an outcome answers."""
    return f"{section_of(outcome).id}{AVOIDED if outcome.dimension and outcome.polarity == 'avoid' else ''}"


def _of_parts(question_id: str, is_answered: bool, said: Sequence[tuple[str, Sequence[str]]]) -> BuilderQuestion:
    topic, text = _PARTS[question_id]
    return _with_examples(BuilderQuestion(id=question_id, topic=topic, text=text, is_answered=is_answered), said)


def _success(study: Study, dimension: Dimension, polarity: Polarity, near: Sequence[Study]) -> BuilderQuestion:
    section = Section(dimension=dimension)
    text, also = _asked(study, dimension, polarity)
    asked = BuilderQuestion(
        id=dimension if polarity == "wanted" else f"{dimension}{AVOIDED}",
        topic=_TOPICS[dimension, polarity],
        text=voice(study).asked(text),
        lead=voice(study).asked(_LEADS[dimension, polarity]) if is_english(study.language) else "",
        also=also,
        section=section,
        polarity=polarity,
        is_answered=any(one.polarity == polarity for one in section.outcomes(study)),
    )
    own = voice(study)
    said = [
        (one.job, [o.statement for o in section.outcomes(one) if o.polarity == polarity and own.suits(o.statement)])
        for one in near
    ]
    return _with_examples(asked, said)


def _asked(study: Study, dimension: Dimension, polarity: Polarity) -> tuple[str, str]:
    """Return the text of a question of success, and what it asks of those for whom the job is done."""
    phrase = gerund_phrase(study.job) if is_english(study.language) else None
    after = f"After {_yours(phrase)}" if phrase else f"Once “{study.job}” is done"
    if dimension == "emotional":
        if polarity == "wanted":
            return f"{after}, which emotional states do you want to reach or keep?", ""
        return f"{after}, which emotional states do you want to avoid?", ""
    if dimension == "social":
        return f"{after}, how should others{'' if polarity == 'wanted' else ' not'} perceive you?", ""
    if polarity == "avoid":
        return _of_service(study, f"{after}, what should not have happened?", "what should not")
    return _of_service(study, f"{after}, what do you want to have happened?", "what should")


def _of_service(study: Study, plain: str, should: str) -> tuple[str, str]:
    """Return the plain question and the one about those who are served, which comes first where the job names them.

    The second is empty where neither the job, a step nor who does it tells of anybody who is served.
    """
    core = next((step.name for step in study.steps if step.is_core), study.job)
    named = next((found for text in _acts(study) if (found := _SERVED.search(text))), None)
    if named is None and not _SERVING.search(study.executor):
        return plain, ""
    who = named[0].lower() if named else "customer"
    asked = f"nce “{core}” is done, {should} have happened on the {who}{'’' if who.endswith('s') else '’s'} side?"
    if _SERVED.search(study.job):
        return f"O{asked}", plain
    return plain, f"O{asked}" if named else f"If you do it for a customer: o{asked}"


def _acts(study: Study) -> tuple[str, ...]:
    return study.job, *(step.name for step in study.steps)


def _of_step(study: Study, place: int, near: Sequence[Study]) -> BuilderQuestion:
    step = study.steps[place]
    section = Section(step=step.id)
    in_english = is_english(study.language)
    while_ = f"While you {_yours(phrase)}" if in_english and (phrase := step_phrase(step.name)) else ""
    asked = BuilderQuestion(
        id=section.id,
        topic=f"the step “{step.name}”",
        text=f"{while_ or f'In “{step.name}”'}, what takes too long, goes wrong or costs effort?",
        lead="Minimize the …" if in_english else "",
        section=section,
        is_answered=bool(section.outcomes(study)),
    )
    return _with_examples(asked, [(one.job, said_at(one, place / len(study.steps))) for one in near])


def step_phrase(name: str) -> str:
    """Return the name of a job step as it stands in a sentence, without “to”; empty if it is no imperative."""
    plain = re.sub(r"(?i)^to\s+", "", name).rstrip(" .")
    if (doing := gerund_phrase(plain)) is None or doing.casefold() == plain.casefold():
        return ""  # “Planning the menu” has its -ing form already
    return f"{plain[:1].lower()}{plain[1:]}"


def _yours(phrase: str) -> str:
    return re.sub(r"(?i)\b(?:my|our)\b", "your", phrase)


def _with_examples(question: BuilderQuestion, said: Sequence[tuple[str, Sequence[str]]]) -> BuilderQuestion:
    """Return the question with examples of the first job that has any."""
    job, parts = next(((job, parts) for job, parts in said if parts), ("", ()))
    most = len(parts) if question.id == STEPS else EXAMPLES
    return replace(question, examples=tuple(parts[:most]), nearest=job)
