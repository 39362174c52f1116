"""A study: a job with its steps, outcomes, solutions and circumstance questions.

All values are frozen and validated by their constructors; change one with `msgspec.structs.replace`.
"""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.activity import Activity
from jtbd_core.study.scale import Instrument, Points, Rated, Reading, Settings
from jtbd_core.study.value import Value, check_count, check_id, check_language, check_lines, check_text, check_unique

Dimension = Literal["functional", "emotional", "social"]
Kind = Literal["key outcome", Dimension]
Polarity = Literal["wanted", "avoid"]

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
KINDS: tuple[Kind, ...] = get_args(Kind)
SOLUTION_QUESTION = "solution"
"""The id of the question "what do you use today", next to the ids of the circumstance questions."""
OTHER_SOLUTION = "*"
"""Its answer *something else*, which is no id; those who give it are no group."""


class Step(Value, frozen=True, kw_only=True):
    """A stage of the job; one step of a study is the core step, the act the job is named after."""

    id: str
    name: str
    is_core: bool = False
    activities: tuple[Activity, ...] = ()

    def __post_init__(self) -> None:
        check_id(self.id, "job step")
        check_text(self.name, f"The name of job step “{self.id}”")
        check_count(len(self.activities), "activities of a job step")
        check_unique((one.id for one in self.activities), f"activities of “{self.name}”")
        check_unique((one.name for one in self.activities), f"names of activities of “{self.name}”")


class Outcome(Value, frozen=True, kw_only=True):
    """A statement that respondents rate: a key outcome of a `step`, or a success outcome of a `dimension`.

    A key outcome may name the `activity` of its step in which it is felt, by the id that it has within the step. A
    retired outcome is not asked in later waves; the answers to it are kept. Where a person chose the polarity, the
    wording is not asked whether it agrees.
    """

    id: str
    statement: str
    step: str | None = None
    activity: str | None = None
    dimension: Dimension | None = None
    polarity: Polarity = "wanted"
    is_polarity_chosen: bool = False
    is_retired: bool = False

    def __post_init__(self) -> None:
        check_id(self.id, "outcome")
        check_text(self.statement, f"The statement of outcome “{self.id}”")
        if (self.step is None) == (self.dimension is None):
            raise InvalidStudy(
                f"Outcome “{self.statement}” needs a job step (key outcome) or a dimension (success outcome)."
            )

    @property
    def is_key(self) -> bool:
        """Whether this is a key outcome, felt while doing a job step."""
        return self.step is not None

    @property
    def kind(self) -> Kind:
        """`key outcome`, or the dimension of a success outcome."""
        return self.dimension or "key outcome"


class Solution(Value, frozen=True, kw_only=True):
    """What a respondent may use today to get the job done."""

    id: str
    name: str

    def __post_init__(self) -> None:
        check_id(self.id, "solution")
        check_text(self.name, f"The name of solution “{self.id}”")


class Option(Value, frozen=True, kw_only=True):
    """One answer to a circumstance question."""

    id: str
    label: str

    def __post_init__(self) -> None:
        check_id(self.id, "option")
        check_text(self.label, f"The label of option “{self.id}”")


class Circumstance(Value, frozen=True, kw_only=True):
    """A profile question that groups respondents by the circumstances in which they do the job."""

    id: str
    question: str
    options: tuple[Option, ...]

    def __post_init__(self) -> None:
        check_id(self.id, "circumstance")
        check_text(self.question, f"The question of circumstance “{self.id}”")
        if self.id == SOLUTION_QUESTION:
            raise InvalidStudy(f"A circumstance cannot have the id “{SOLUTION_QUESTION}”: it names the solution used.")
        check_count(len(self.options), "options of a question")
        if len(self.options) < 2:
            raise InvalidStudy(f"The question “{self.question}” needs at least two options.")
        check_unique((option.id for option in self.options), f"options of “{self.question}”")


class Study(Value, frozen=True, kw_only=True):
    """A job, its steps, outcomes, solutions and circumstance questions, and its settings.

    `executor` is the person or organisation that gets the job done, such as “A parent of a newborn”. `purpose`
    is what respondents read on the first page; `note` is shown wherever results are, and says for instance that the
    answers are generated. `language` is the one the study is written in; `translations` holds texts in others, by
    language and by the ids that `translation.texts` gives. Those of a part that is gone do no harm.
    """

    title: str
    job: str
    executor: str = ""
    purpose: str = ""
    note: str = ""
    language: str = "en"
    steps: tuple[Step, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    solutions: tuple[Solution, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    settings: Settings = Settings()
    translations: Mapping[str, Mapping[str, str]] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        for what, parts in (
            ("job steps", self.steps),
            ("outcomes", self.outcomes),
            ("solutions", self.solutions),
            ("circumstances", self.circumstances),
            ("translations", self.translations),
        ):
            check_count(len(parts), what)
        check_text(self.title, "The title of the study")
        check_text(self.job, "The job")
        if self.executor:
            check_text(self.executor, "Who does the job")
        check_lines(self.purpose, "The purpose")
        check_lines(self.note, "The note")
        check_language(self.language)
        check_unique((step.id for step in self.steps), "job steps")
        check_unique((outcome.id for outcome in self.outcomes), "outcomes")
        check_unique((solution.id for solution in self.solutions), "solutions")
        check_unique((one.id for one in self.circumstances), "circumstances")
        check_unique((outcome.statement for outcome in self.outcomes), "statements")
        check_unique((step.name for step in self.steps), "names of job steps")
        self._check_steps()
        for language in self.translations:
            self._check_translation(language)

    def _check_steps(self) -> None:
        if sum(step.is_core for step in self.steps) > 1:
            raise InvalidStudy("Only one job step can be the core step.")
        known = {step.id: {one.id for one in step.activities} for step in self.steps}
        for outcome in self.outcomes:
            if outcome.step is not None and outcome.step not in known:
                raise InvalidStudy(
                    f"Outcome “{outcome.statement}” names the job step “{outcome.step}”, which is missing."
                )
            if outcome.activity is not None and outcome.activity not in known.get(outcome.step or "", ()):
                raise InvalidStudy(
                    f"Outcome “{outcome.statement}” names the activity “{outcome.activity}”, which its job step lacks."
                )

    def _check_translation(self, language: str) -> None:
        check_language(language)
        if language == self.language:
            raise InvalidStudy(f"The study is written in “{language}”, so it needs no translation into it.")
        translation = self.translations[language]
        for name, text in translation.items():
            check = check_lines if name == "purpose" else check_text
            check(text, f"The text “{name}” in the language “{language}”")
        statements = (translation.get(f"outcome.{one.id}", one.statement) for one in self.outcomes)
        check_unique(statements, f"statements in the language “{language}”")
        names = (translation.get(f"step.{step.id}", step.name) for step in self.steps)
        check_unique(names, f"names of job steps in the language “{language}”")

    @property
    def key_outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes of job steps, in the order of the study."""
        return tuple(outcome for outcome in self.outcomes if outcome.is_key)

    @property
    def success_outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes of dimensions, in the order of the study."""
        return tuple(outcome for outcome in self.outcomes if not outcome.is_key)

    def instrument(self, outcome: Outcome) -> Instrument:
        """Return the instrument with which the experience of this outcome is rated."""
        return self.settings.key if outcome.is_key else self.settings.success

    def readings(self) -> dict[str, Reading]:
        """Return how the ratings of each outcome are read, by outcome id."""
        return {outcome.id: self.settings.reading(self.instrument(outcome)) for outcome in self.outcomes}

    def points(self, outcome: Outcome) -> dict[Rated, Points]:
        """Return the points of each question that is asked of this outcome."""
        return self.settings.points(self.instrument(outcome))

    def pairs(self) -> frozenset[str]:
        """Return the ids of the outcomes that are rated in pairs."""
        return frozenset(outcome.id for outcome in self.outcomes if self.instrument(outcome).is_pair)

    def questions(self) -> dict[str, dict[str, str]]:
        """Return the questions that group respondents: question id → option id → label, the solution used first."""
        solution = {SOLUTION_QUESTION: {part.id: part.name for part in self.solutions}} if self.solutions else {}
        return solution | {part.id: {o.id: o.label for o in part.options} for part in self.circumstances}

    def takes(self, question: str, option: str) -> bool:
        """Whether an option is an answer to one of the questions; empty clears an answer."""
        options = self.questions().get(question)
        return options is not None and (
            option in ("", *options) or (question, option) == (SOLUTION_QUESTION, OTHER_SOLUTION)
        )

    def with_job(self, job: str) -> "Study":
        """Return the study with its job replaced; a title equal to the old job is replaced too."""
        return msgspec.structs.replace(self, job=job, title=job if self.title == self.job else self.title)

    def without_retired(self) -> "Study":
        """Return the study without its retired outcomes."""
        if not any(outcome.is_retired for outcome in self.outcomes):
            return self
        return msgspec.structs.replace(self, outcomes=tuple(one for one in self.outcomes if not one.is_retired))

    def missing_for_launch(self) -> list[str]:
        """Return a sentence for each part that the launch of the study requires and that is missing."""
        missing = []
        if all(outcome.is_retired for outcome in self.outcomes):
            missing.append("Add at least one outcome.")
        if self.steps and not any(step.is_core for step in self.steps):
            missing.append("Say which job step is the core step.")
        return missing
