"""The chapters of method: what was asked, of whom and how; how sure it is; what is not shown; what is disclosed."""

from collections.abc import Iterator

from jtbd_core.contract import Store
from jtbd_core.live.careless import careless_view, sureness_headline
from jtbd_core.live.for_whom import for_whom
from jtbd_core.live.solutions import solution_view
from jtbd_core.privacy import THRESHOLD
from jtbd_core.report.chapter import Chapter, Line, Range, Table
from jtbd_core.report.figures import number
from jtbd_core.report.footer import formulas
from jtbd_core.report.subject import Subject, analysed
from jtbd_core.scoring.sureness import Sureness
from jtbd_core.study import Study
from jtbd_core.study.scale import EXPECTED, IMPORTANCE, IMPORTANCE_LABELS, SCALES, Instrument, Points
from jtbd_core.wave.rounds import round_days, round_name

UNKNOWN = "not known"
WORDS = "In English; people saw the form in the language that they chose."
SPREAD = (
    "Intervals hold the truth in about 95 of 100 cases, as far as chance decides who of people like these answered "
    "(a Bayesian bootstrap). They know nothing of people who were not asked or did not answer."
)
NOT_GIVEN = "whoever took this report along came by a link that does not show them"
FEW = f"fewer than {THRESHOLD} people, or the rest would give so few away"


def asked_chapter(subject: Subject) -> Chapter:
    """Return what was asked, of whom, when, how many answered, and how people were admitted."""
    study, many = subject.study, len(subject.study.outcomes)
    rounds = tuple(
        Line(
            (
                round_name(wave),
                round_days(wave, subject.clock),
                "closed" if wave.status == "closed" else "still open",
                "single-use codes" if wave.asks_code else "an open link",
            )
        )
        for wave in subject.waves
    )
    steps = f", {len(study.steps)} job steps" if study.steps else ""
    return Chapter(
        name="What was asked",
        title=f"{many} {'outcome' if many == 1 else 'outcomes'} of the job “{study.job}”{steps}.",
        about=subject.context,
        lines=tuple(filter(None, (_executor(study), study.purpose, study.note))),
        tables=(
            Table("Rounds", ("Round", "days", "state", "people came through"), rounds),
            Table("Questions", ("Question", "of", "answers"), tuple(_questions(study)), reach="pages"),
        ),
        formula=WORDS,
    )


def _executor(study: Study) -> str:
    return f"Who does the job: {study.executor}." if study.executor else ""


def _questions(study: Study) -> Iterator[Line]:
    settings = study.settings
    if settings.asks_importance:
        points = settings.importance.points
        yield Line((IMPORTANCE, "each outcome", _answers(points, IMPORTANCE_LABELS)))
    for instrument, kind, outcomes in (
        (settings.success, "success outcomes", study.success_outcomes),
        (settings.key, "key outcomes", study.key_outcomes),
    ):
        if outcomes:
            yield from _experience(instrument, kind)
    for question, options in study.questions().items():
        words = {one.id: one.question for one in study.circumstances}.get(question, "What do you use today?")
        yield Line((words, "each person", "; ".join(options.values())))


def _experience(instrument: Instrument, kind: str) -> Iterator[Line]:
    scale = SCALES[instrument.scale]
    answers = _answers(instrument.points, scale.labels)
    if instrument.is_pair:
        yield Line((EXPECTED, kind, answers))
    yield Line((scale.question, kind, answers))


def _answers(points: Points, labels: tuple[str, ...]) -> str:
    """Return the answers of a question: all five labels, of other numbers of points those of both ends."""
    if len(points.codes) == len(labels):
        return ", ".join(f"{code} {label}" for code, label in zip(points.codes, labels, strict=True))
    return f"{points.lowest} {labels[0]} to {points.highest} {labels[-1]}"


def sureness_chapter(store: Store, subject: Subject) -> Chapter:
    """Return how sure the top of each list is, with more answers and under other formulas, and careless answers."""
    found, own = subject.found.results, subject.with_unreleased
    careless = analysed(store, subject, careless_view)
    said = {kind: sureness_headline(found.sure.get(kind), careless, kind, with_few=own) for kind in found.rated}
    tables = tuple(_belonging(kind, one) for kind, one in found.sure.items() if kind in found.rated)
    statements = {one.id: one.statement for one in subject.study.outcomes}
    drops = tuple(
        Line((kind, formula, number(len(gone)), "; ".join(f"“{statements[one]}”" for one in gone)))
        for kind, one in found.sure.items()
        for formula, gone in one.drops.items()
        if kind in found.rated
    )
    other = Table("Would another formula choose others?", ("List", "formula", "leave", "which"), drops, reach="pages")
    return Chapter(
        name="How sure",
        title=next(iter(said.values())),
        about=subject.context,
        lines=tuple(f"{kind.capitalize()}: {words}" for kind, words in list(said.items())[1:]),
        tables=(*tables, other) if drops else tables,
        formula=SPREAD,
        for_board=True,
    )


def _belonging(kind: str, sure: Sureness) -> Table:
    lines = tuple(
        Line(("as it is" if not more else f"{more} more people", number(kept, 1), Range(*sure.likely[more])))
        for more, kept in sure.expected.items()
    )
    return Table(
        f"Of the top {sure.top} {kind}, so many would be there too if everybody like these had answered",
        ("Asked", "of them", "likely, 95 %"),
        lines,
    )


def limits_chapters(store: Store, subject: Subject) -> Iterator[Chapter]:
    """Give what the figures mean, what is not shown and why, and what a careful report of a survey discloses."""
    yield Chapter(
        name="Formulas",
        title="What the figures mean",
        about=subject.context,
        lines=(*formulas(subject.study, subject.found.results), SPREAD),
        for_board=True,
    )
    hidden = tuple(Line((what, why)) for what, why in _hidden(store, subject))
    yield Chapter(
        name="Not shown",
        title="What is not shown, and why" if hidden else "Nothing is held back.",
        about=subject.everybody,
        tables=(Table("", ("What", "why"), hidden, reach="pages"),) if hidden else (),
    )
    yield Chapter(
        name="Limits",
        title="What is known of how the survey was made, and what is not",
        about=subject.context,
        tables=(Table("", ("Item", "what is known"), tuple(map(Line, _disclosed(subject))), reach="pages"),),
        formula="After the disclosure elements of the American Association for Public Opinion Research (AAPOR).",
    )


def _hidden(store: Store, subject: Subject) -> Iterator[tuple[str, str]]:
    """Give what is not shown of the study, each with the reason."""
    found = subject.found.results
    for kind, scores in (("success outcome", found.success), ("key outcome", found.key)):
        for statement in scores.loc[scores["n"] == 0, "statement"]:
            yield f"“{statement}” ({kind})", f"fewer than {THRESHOLD} people rated it"
    if subject.with_groups:
        yield from _hidden_groups(store, subject)
    elif subject.study.questions():
        yield "groups and solutions", NOT_GIVEN
    if not subject.with_remarks:
        yield "remarks", NOT_GIVEN


def _hidden_groups(store: Store, subject: Subject) -> Iterator[tuple[str, str]]:
    groups = analysed(store, subject, for_whom) if subject.study.questions() else None
    if groups:
        yield from ((group, FEW) for group in groups.hidden)
        if groups.crossings_hidden:
            yield f"{groups.crossings_hidden} groups of people who gave the same answers to two questions", FEW
    elif subject.study.questions():
        yield "all groups", "they are compared after the reveal, or when the round closes"
    stand = analysed(store, subject, solution_view) if subject.study.solutions else None
    if stand:
        yield from ((f"{name}: its scores as a solution", FEW) for name in stand.hidden)


def _disclosed(subject: Subject) -> Iterator[tuple[str, str]]:
    """Give the items that a report of a survey discloses, those that nobody told Headway as unknown."""
    study, many = subject.study, subject.found.sizes.everybody
    codes = {wave.asks_code for wave in subject.waves}
    through = "single-use codes" if codes == {True} else "an open link" if codes == {False} else "open links and codes"
    languages = ", ".join((study.language, *study.translations))
    yield "Sponsor, and who conducted it", UNKNOWN
    executor = f" ({study.executor})" if study.executor else ""
    who = f"those who do the job “{study.job}”{executor}"
    yield "Population that it stands for", f"{who}; whom that covers is {UNKNOWN}"
    yield "Sampling, and how people were invited", f"{UNKNOWN}; people came through {through}"
    yield "Sampling error", "no probability sample is claimed; intervals are of chance among people like these alone"
    yield "Mode and languages", f"a form on the web that people fill in themselves; the study is written in {languages}"
    yield "Dates", " + ".join(round_days(wave, subject.clock) for wave in subject.waves)
    yield "Sample size", f"{many:,} people rated at least one outcome; each figure stands beside its own n"
    yield "Response rate", f"{UNKNOWN}: who was invited and did not answer is not recorded"
    yield "Incentives", UNKNOWN
    yield "Weighting", "none: each person counts once"
    yield "Wording of questions and answers", "in full under “What was asked”, and each statement in its list"
    yield "Order of questions", "the order of statements is drawn anew for each person within a part of the form"
    yield "Care of the answers", "careless answers are counted; how many there are stands under “How sure”"
    yield "Made with", f"Headway, from the answers of {subject.context}"
