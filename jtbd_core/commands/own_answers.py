"""What `import` and `score` do with a file that `export` wrote: it says itself what its outcomes are and how rated."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from jtbd_core.contract import Store
    from jtbd_core.exchange.own_answers import OwnAnswers
    from jtbd_core.scoring.results import Results
    from jtbd_core.study import StudyRecord
    from jtbd_core.wave import Wave

    Kept = tuple[StudyRecord, Wave]


def own_answers(file: Path, *unless: str) -> "OwnAnswers | None":
    """Return what a file holds that `export` wrote, None for another; say on stderr what is left out.

    It is None too where one of the options is given of which each reads a file in another way.
    """
    from jtbd_core.exchange.own_answers import read_own_answers

    context = click.get_current_context()
    if any(context.get_parameter_source(name) == ParameterSource.COMMANDLINE for name in unless):
        return None
    own = read_own_answers(file)
    for note in own.notes if own else ():
        click.echo(note, err=True)
    return own


def import_own(store: "Store", own: "OwnAnswers", title: str, job: str, study: str | None) -> "Kept":
    """Store answers as a study of their own, or as a further round of a study, and say what that is."""
    from jtbd_core.exchange.own_import import keep_own_answers, keep_own_round

    if study is None:
        record, wave = keep_own_answers(store, own, title, job)
    else:
        record, wave, left = keep_own_round(store, study, own)
        if left:
            click.echo(f"Left out, since the study does not have it: {', '.join(left)}.", err=True)
    people, outcomes = own.ratings["respondent"].nunique(), own.ratings["outcome"].nunique()
    click.echo(f"Round {wave.number}: {people:,} respondents, {outcomes:,} outcomes.")
    return record, wave


def scored_own(own: "OwnAnswers", top: int) -> "Results":
    """Return the scores as the results page has them: each kind of outcome by its own scale, ranked by itself."""
    from jtbd_core.scoring.study_scores import study_scores

    return study_scores(own.study, own.scored, top)
