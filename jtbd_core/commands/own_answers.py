"""What `import` and `score` do with a file that `export` wrote: it says itself what its outcomes are and how rated."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from jtbd_core.commands.score_groups import own_grouped, stacked

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


def import_own(store: "Store", own: "OwnAnswers", title: str, job: str, study: str | None, source: str) -> "Kept":
    """Store answers as a study of their own, or as a further round of a study, and say what that is.

    `source` is the digest of the file. On stderr stands what the facilitator has to heed of a study of its own.
    """
    from jtbd_core.exchange.own_import import APART, keep_own_answers, keep_own_round

    if study is None:
        record, wave = keep_own_answers(store, own, title, job, source)
        click.echo(APART, err=True)
    else:
        record, wave, left = keep_own_round(store, study, own, source)
        if left:
            click.echo(f"Left out, since the study does not have it: {', '.join(left)}.", err=True)
    people, outcomes = own.ratings["respondent"].nunique(), own.ratings["outcome"].nunique()
    click.echo(f"Round {wave.number}: {people:,} respondents, {outcomes:,} outcomes.")
    return record, wave


def give_own_scores(own: "OwnAnswers", top: int, groups: list[str], out: Path | None) -> None:
    """Print or write scores as the results page has them: each kind of outcome by its own scale, ranked by itself."""
    from jtbd_core.commands.score import said_written, write_table
    from jtbd_core.scoring.study_scores import study_scores

    results = {name: study_scores(own.study, one, top) for name, one in own_grouped(own, groups).items()}
    if out:
        tables = {name: found.all for name, found in results.items()}
        write_table(stacked(tables, groups), out)
        click.echo(f"{said_written(tables)} to {out}.", err=True)
        return
    for name, found in results.items():
        _print(own, found, top, f"{name}, " if groups else "")


def _print(own: "OwnAnswers", found: "Results", top: int, group: str) -> None:
    """Print the tables of one group, whose name begins their headings."""
    from rich.console import Console
    from rich.markup import escape

    from jtbd_core.commands.score import FORMULAS, printed_table

    console, asked = Console(highlight=False), own.study.settings
    for kind, scores in found.rated.items():
        scale, by = asked.key if kind == "key outcomes" else asked.success, found.by[kind]
        said = f"{scale.scale} from {scale.points}, anchor {scale.anchor}"
        console.print(f"[bold]{escape(group)}{kind if group else kind.capitalize()}[/bold], {said}")
        console.print(printed_table(scores, by, top))
        console.print(f"{FORMULAS[by]}, cut {asked.importance.cut}. {found.people:,} respondents.", style="dim")
