"""Mutated files of ratings: each ends in a table or one clear line, in time and memory, and nobody is lost unsaid.

`python -m tests.bench.import_fuzz 3000` prints how many files of each kind were read and refused, and each that failed.
People are counted a second time by a plain reading of lines, which knows no quotation marks, no types and no shapes.
"""

import csv
import io
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import xlsxwriter

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.look import Look, look_at
from jtbd_core.live.job import SMALL

SECONDS, BYTES = 10, 1_500_000_000
PEOPLE, OUTCOMES = 14, 3
WORDS = ("Find a shop", "Pay little", "Know the price")
DELIMITERS, ENCODINGS = ",;\t|", ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32")
STRAYS = ("", "x", "N/A", "=1+1", "2026-10-01", "5.5", "-", "99", '"', "Total", "\u200b", "7", "0", "1e3", "'4", " 4 ")
PIECES = ('"', ",", ";", "\n", "\r\n", "\t", "\x00", "\x1a", "é", "\u200b", "=", '""', "\ufeff", "|", "'")

Rows = list[list[str]]
Mutation = Callable[[Rows, random.Random], None]


class Case(NamedTuple):
    """A mutated file, its shape, and how many people a plain reading finds at least; None where it cannot tell."""

    shape: str
    content: bytes
    people: int | None


def tables(chance: random.Random) -> dict[str, Rows]:
    """Return a table of the same people in each shape; the last three rows of a shape's headings may be headings."""
    rated = [[str(chance.randint(1, 5)) for _ in range(2 * OUTCOMES)] for _ in range(PEOPLE)]
    people = [[f"person{at}", *row, "town" if at % 2 else "farm"] for at, row in enumerate(rated)]
    imp, sat = ([f"{ask} {one}" for one in WORDS] for ask in ("imp", "sat"))
    grid = [f"How {ask}? [{one}]" for ask in ("important", "satisfied") for one in WORDS]
    suffixed = [f"{one} ({ask})" for ask in ("importance", "satisfaction") for one in WORDS]
    long = [
        [row[0], one, row[1 + at], row[1 + at + OUTCOMES], row[-1]] for row in people for at, one in enumerate(WORDS)
    ]
    numbers = [f"Q{at}" for at in range(2 * OUTCOMES)]
    asked = [f"How {ask}? - {one}" for ask in ("important", "satisfied") for one in WORDS]
    return {
        "prefixes": [["id", *imp, *sat, "place"], *people],
        "suffixes": [["id", *suffixed, "place"], *people],
        "grid": [["Response ID", *grid, "place"], *people],
        "two rows": [
            ["id", "How important?", "", "", "How satisfied?", "", "", "place"],
            ["", *WORDS, *WORDS, ""],
            *people,
        ],
        "three rows": [
            ["ResponseId", *numbers, "place"],
            ["Response ID", *asked, "place"],
            ['{"ImportId":"_recordId"}', *(f'{{"ImportId":"QID{at}"}}' for at in range(6)), '{"ImportId":"QID9"}'],
            *people,
        ],
        "long": [["respondent", "outcome", "importance", "satisfaction", "place"], *long],
    }


def double_a_column(rows: Rows, chance: random.Random) -> None:
    """Have a column twice."""
    at = chance.randrange(len(rows[-1]))
    for row in rows:
        row[at:at] = row[at : at + 1]


def drop_a_column(rows: Rows, chance: random.Random) -> None:
    """Leave a column out."""
    at = chance.randrange(len(rows[-1]))
    for row in rows:
        del row[at : at + 1]


def alter_a_heading(rows: Rows, chance: random.Random) -> None:
    """Write a heading in another way."""
    at = chance.randrange(max(len(rows[0]), 1))
    rows[0][at : at + 1] = [
        chance.choice(
            ["".join(rows[0][at : at + 1]).upper(), "", "id", "outcome", "weight", "x" * 900, "a\u200bb", "1"]
        )
    ]


def stray_cells(rows: Rows, chance: random.Random) -> None:
    """Write something else into a few cells."""
    for _ in range(chance.randint(1, 6)):
        row = chance.choice(rows[3:])
        at = chance.randrange(1, max(len(row), 2))
        row[at : at + 1] = [chance.choice(STRAYS)]


def cut_rows(rows: Rows, chance: random.Random) -> None:
    """Leave out the last cells of a few rows, or add cells."""
    for _ in range(chance.randint(1, 4)):
        row = chance.choice(rows[3:])
        if chance.random() < 0.5:
            del row[chance.randrange(2, max(len(row), 3)) :]
        else:
            row += ["", "", chance.choice(["", "z"])]


def titles_and_totals(rows: Rows, chance: random.Random) -> None:
    """Put lines above the headings and below the answers."""
    rows.insert(0, [])
    rows.insert(0, ["Survey of October"])
    if chance.random() < 0.5:
        rows.append(["Mean", *("3.4" for _ in rows[-1][1:])])


STRUCTURAL: tuple[Mutation, ...] = (double_a_column, drop_a_column, alter_a_heading)
SLIGHT: tuple[Mutation, ...] = (stray_cells, cut_rows, titles_and_totals, lambda rows, chance: None)


def cases(number: int, seed: int = 0) -> Iterator[Case]:
    """Yield mutated files, each the same for the same seed."""
    for at in range(number):
        chance = random.Random(f"{seed} {at}")
        shape, rows = chance.choice(list(tables(chance).items()))
        for mutate in chance.choices(STRUCTURAL + SLIGHT, (1, 1, 1, 3, 4, 4, 4), k=chance.randint(1, 2)):
            mutate(rows, chance)
        people = sum(1 for one in {row[0] for row in rows if row} if one.startswith("person"))
        if chance.random() < 0.3:
            yield Case(f"{shape}, Excel", workbook(rows, chance), people)
            continue
        content, is_told = written(rows, chance)
        yield Case(shape, content, people if is_told else None)


def written(rows: Rows, chance: random.Random) -> tuple[bytes, bool]:
    """Return rows as a text, damaged or not, in some encoding; and whether all people can still be told in it."""
    out = io.StringIO(newline="")
    end, quoting = chance.choice(["\n", "\r\n", "\r"]), chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    csv.writer(out, delimiter=chance.choice(DELIMITERS), lineterminator=end, quoting=quoting).writerows(rows)
    text, is_told = out.getvalue(), True
    if chance.random() < 0.15:  # a quotation mark that opens a cell, and closes nowhere or much later
        begun = [at + 1 for at, one in enumerate(text) if one in DELIMITERS]
        at = chance.choice(begun)
        text = text[:at] + '"' + text[at:]
    for _ in range(chance.choice([0, 0, 0, 0, 1, 1, 3])):
        at = chance.randrange(len(text) + 1)
        last = min(len(text), at + chance.choice([0, 0, 1, 8]))
        is_told &= "person" not in text[max(at - 8, 0) : last + 8] and at == last
        text = text[:at] + chance.choice(PIECES) + text[last:]
    encoded = text.encode(chance.choice(ENCODINGS), "replace")
    if chance.random() < 0.1:
        place = chance.randrange(len(encoded))
        return encoded[:place] + bytes([chance.randrange(256)]) + encoded[place + 1 :], False
    if chance.random() < 0.1:
        return encoded[: chance.randrange(len(encoded))], False
    return encoded, is_told


def workbook(rows: Rows, chance: random.Random) -> bytes:
    """Return rows as a workbook: numbers as numbers or text, dates, formulas, merged cells, strays, other sheets."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        if chance.random() < 0.3:
            book.add_worksheet("Cover").write(0, 0, "October")
        sheet = book.add_worksheet("Data")
        top, left = chance.choice([(0, 0), (2, 1)])
        for down, row in enumerate(rows):
            for across, cell in enumerate(row):
                kind = chance.random()
                if cell.isdigit() and kind < 0.8:
                    sheet.write_number(top + down, left + across, int(cell))
                elif cell.isdigit() and kind < 0.85:
                    sheet.write_formula(top + down, left + across, f"={cell}", None, int(cell))
                else:
                    sheet.write_string(top + down, left + across, cell)
        if chance.random() < 0.3:
            sheet.merge_range(top + len(rows) + 2, left, top + len(rows) + 2, left + 2, "Thank you")
        if chance.random() < 0.2:
            sheet.write(30_000, 16_383, "x")
    return out.getvalue()


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in what takes longer."""

    def end(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def fault(case: Case) -> tuple[str, str]:
    """Return how a file ended, read, asked or refused, and what is wrong with that, if anything."""
    try:
        with within(SECONDS):
            look: Look = look_at(case.content)
    except JtbdError as refusal:
        return "refused", "" if "\n" not in str(refusal) and 10 < len(str(refusal)) < 600 else f"says {refusal}"
    except TimeoutError:
        return "refused", f"takes more than {SECONDS} s"
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return "raised", f"{type(error).__name__}: {error}"
    if look.kept is None:
        return "asked", "" if look.complaint and "\n" not in look.complaint else f"says {look.complaint!r}"
    lost = (case.people or 0) - look.kept.respondents
    said = sum("was left out" in note or "like it were left out" in note for note in look.notes)
    return "read", f"{lost} of {case.people} people are lost" if lost > said else ""


def main(number: int) -> int:
    """Print how files ended, and return how many failed."""
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    ended: Counter[str] = Counter()
    slowest, failed, began = 0.0, 0, time.process_time()
    for at, case in enumerate(cases(number)):
        start = time.process_time()
        how, wrong = fault(case)
        slowest = max(slowest, time.process_time() - start)
        ended[how] += 1
        if wrong:
            failed += 1
            print(f"{at}, {case.shape}: {wrong}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = ", ".join(f"{many:,} {how}" for how, many in ended.most_common())
    print(f"{number:,} files: {each}; {failed} failed. The slowest took {slowest:.1f} s of CPU, all", end=" ")
    print(f"{time.process_time() - began:.0f} s, with at most {peak:,.0f} MB.")
    return failed


if __name__ == "__main__":
    if SMALL.items() <= os.environ.items():
        sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)))
    os.environ.update(SMALL)  # as a job has it: libraries reserve little that they never use
    os.execv(sys.executable, [sys.executable, "-m", "tests.bench.import_fuzz", *sys.argv[1:]])  # noqa: S606 - this very module
