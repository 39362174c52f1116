"""The groups that `score` gives a table each: everybody, and the options of columns that enough people have."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    import pandas as pd

    from jtbd_core.exchange.own_answers import OwnAnswers
    from jtbd_core.exchange.ratings_file import RatingsFile

EVERYBODY = "everybody"


def named_columns(groups: str | None) -> list[str]:
    """Return the columns that an option names."""
    return list(dict.fromkeys(filter(None, map(str.strip, (groups or "").split(",")))))


def grouped(file: Path, named: list[str], read: "RatingsFile", ratings: "pd.DataFrame") -> "dict[str, pd.DataFrame]":
    """Return the ratings of everybody and of each option of the named columns of a file, by "column: option"."""
    from jtbd_core.exchange.group_columns import read_groups

    return _parts(ratings, read_groups(file, named, read.assignment)) if named else {EVERYBODY: ratings}


def own_grouped(own: "OwnAnswers", named: list[str]) -> "dict[str, pd.DataFrame]":
    """Return the same of answers that `export` wrote, whose groups are named by the id of their question."""
    import pandas as pd

    questions = own.study.questions()
    for name in named:
        if name not in questions:
            raise JtbdError(f"There is no question {name}; the file has {', '.join(questions) or 'none'}.")
    rows = [
        (who, name, questions[name][said[name]]) for name in named for who, said in own.profiles.items() if name in said
    ]
    return _parts(own.scored, pd.DataFrame(rows, columns=["respondent", "question", "option"]))


def stacked(tables: "dict[str, pd.DataFrame]", named: list[str]) -> "pd.DataFrame":
    """Return tables below each other; where groups were named, the column `group` says first whose each row is."""
    import pandas as pd

    if not named:
        return tables[EVERYBODY]
    parts = []
    for name, table in tables.items():
        one = table.copy()
        one.insert(0, "group", name)
        parts.append(one)
    return pd.concat(parts, ignore_index=True)


def _parts(ratings: "pd.DataFrame", groups: "pd.DataFrame") -> "dict[str, pd.DataFrame]":
    """Return the ratings of everybody and of the groups with enough people who rated; say on stderr which have fewer.

    Groups are in the order of their columns, then by their options.
    """
    from jtbd_core.privacy import THRESHOLD

    found, few = {EVERYBODY: ratings}, []
    raters = set(ratings.loc[ratings["experience"].notna(), "respondent"].astype(str))
    for (question, option), theirs in groups.groupby(["question", "option"], sort=False)["respondent"]:
        name, people = f"{question}: {option}", raters & set(theirs)
        if len(people) < THRESHOLD:
            few.append(f"{name} ({len(people)})")
        else:
            found[name] = ratings[ratings["respondent"].astype(str).isin(people)]
    if few:
        click.echo(f"Not scored, since fewer than {THRESHOLD} people rated: {', '.join(few)}.", err=True)
    return found
