"""The parts of the view *How sure* as HTML: ranges, bars, the two lists, the formulas, in one column or two."""

from collections.abc import Mapping, Sequence
from html import escape

from jtbd_core.live.careless import Row, TopTwice
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.sureness import Sureness
from pages.components.escape import unbroken

HEADING = "font-size: 16px; line-height: 22px; font-weight: 700; margin: 0 0 8px; padding: 0"
TEXT = "font-size: 14px; line-height: 20px; margin: 0 0 8px"
QUIET = "font-size: 13px; line-height: 19px; margin: 6px 0 0; opacity: 0.78"
CELL = "padding: 6px 4px; border-bottom: 1px solid rgba(128,138,150,.35); vertical-align: top"
HEAD = f"{CELL}; text-align: left; font-weight: 400"
WHOLE = "font-weight: 400; overflow-wrap: normal"
ACCENT, WARN = "light-dark(#0f6e68, #5cc8be)", "light-dark(#9a3412, #f0a070)"
FORMULAS = {
    "unclamped": "2 × importance less satisfaction",
    "rescaled means": "opportunity of averages",
    "gap": "gap of averages",
    "share falling short": "falls short",
    "mean experience": "average experience",
}
"""The titles of formulas whose names are a statistician's."""

AVERAGES = "Averages: from average answers, not from shares of people. Gap: importance less experience."
Bar = tuple[str, str, float]
"""A label, its figure as text, and the length of the bar, 0–1."""


def columns(left: Sequence[str], right: Sequence[str]) -> str:
    """Return two columns of blocks, the right one wider; below each other where there is no room."""
    parts = (
        f'<div style="flex: {grow} 1 {basis}px">{"".join(blocks)}</div>'
        for grow, basis, blocks in ((2, 290, left), (4, 340, right))
    )
    return f'<div style="display: flex; flex-wrap: wrap; gap: 0 40px">{"".join(parts)}</div>'


def block(title: str, *parts: str) -> str:
    """Return a heading with what stands below it."""
    return f'<section style="margin: 8px 0 28px"><h3 style="{HEADING}">{escape(title)}</h3>{"".join(parts)}</section>'


def paragraphs(lines: Sequence[str], is_quiet: bool = False) -> str:
    """Return lines of text."""
    style = QUIET if is_quiet else TEXT
    return "".join(f'<p style="{style}">{escape(unbroken(line))}</p>' for line in lines)


def listed(lines: Sequence[str]) -> str:
    """Return lines as a list, nothing of none."""
    items = "".join(f"<li>{escape(unbroken(line))}</li>" for line in lines)
    return f'<ul style="{TEXT}; padding-left: 20px">{items}</ul>' if lines else ""


def bars(rows: Sequence[Bar]) -> str:
    """Return bars with their figures."""
    return "".join(_bar(*row) for row in rows)


def _bar(label: str, figure: str, length: float) -> str:
    bar = f"height: 12px; background: {ACCENT}; width: {100 * length:.1f}%"
    return (
        f'<div style="display: flex; align-items: center; gap: 8px; {TEXT}; margin: 0 0 6px">'
        f'<span style="flex: 0 0 72px">{escape(label)}</span>'
        f'<span aria-hidden="true" style="flex: 1 1 0; background: rgba(128,138,150,.18)">'
        f'<span style="display: block; {bar}"></span></span>'
        f'<b style="flex: 0 0 56px; white-space: nowrap">{escape(figure)}</b></div>'
    )


def ranges(sure: Sureness) -> str:
    """Return how many of the top belong there, now and with more people: a dot, and a bar for its 95 % interval."""
    rows = "".join(_range(sure, more) for more in sure.expected)
    marks = "".join(f"<span>{number}</span>" for number in range(sure.top + 1))
    scale = f'<span style="flex: 1 1 0; display: flex; justify-content: space-between">{marks}</span>'
    axis = f'<div aria-hidden="true" style="display: flex; gap: 8px; {TEXT}">{_side(76)}{scale}{_side(90)}</div>'
    return rows + axis


def _side(width: int, text: str = "") -> str:
    return f'<span style="flex: 0 0 {width}px; white-space: nowrap">{text}</span>'


def _range(sure: Sureness, more: int) -> str:
    kept, (low, high) = sure.expected[more], sure.likely[more]
    part = f"left: {100 * low / sure.top:.1f}%; width: max(4px, {100 * (high - low) / sure.top:.1f}%)"
    bar = f"position: absolute; top: 5px; height: 6px; border-radius: 3px; background: {ACCENT}; opacity: 0.35; {part}"
    dot = f"position: absolute; width: 12px; height: 12px; border-radius: 6px; top: 2px; background: {ACCENT}; "
    dot += f"left: calc({100 * kept / sure.top:.1f}% - 6px)"
    track = "flex: 1 1 0; position: relative; height: 16px; background: linear-gradient(rgba(128,138,150,.35), "
    track += "rgba(128,138,150,.35)) center / 100% 1px no-repeat"
    drawn = f'<span style="{bar}"></span><span style="{dot}"></span>'
    said = f"<b>{kept:.1f}</b> · {sure.range(more)}"
    return (
        f'<div style="display: flex; align-items: center; gap: 8px; {TEXT}; margin: 0 0 4px">'
        f"{_side(76, f'{more} more' if more else 'now')}"
        f'<span aria-hidden="true" style="{track}">{drawn}</span>{_side(90, said)}</div>'
    )


def lists(twice: TopTwice, heads: tuple[str, str]) -> str:
    """Return the top of the list with and without careless answers; what leaves or joins it is marked by a word."""
    first, second = twice.everybody, twice.careful or ()
    each = (_list(heads[0], first, second, "leaves"), _list(heads[1], second, first, "joins"))
    return f'<div style="display: flex; flex-wrap: wrap; gap: 8px 24px">{"".join(each)}</div>'


def _list(head: str, rows: Sequence[Row], others: Sequence[Row], word: str) -> str:
    known = {statement for statement, _ in others}
    lines = "".join(_line(*row, "" if row[0] in known else word) for row in rows)
    return (
        f'<table style="flex: 1 1 230px; border-collapse: collapse; font-size: 13px; line-height: 18px">'
        f'<thead><tr><th scope="col" colspan="2" style="{CELL}; text-align: left">{escape(head)}</th></tr></thead>'
        f"<tbody>{lines}</tbody></table>"
    )


def _line(statement: str, value: str, word: str) -> str:
    mark = f' <b style="color: {WARN}; white-space: nowrap">{word}</b>' if word else ""
    number = f'<td style="{CELL}; text-align: right; white-space: nowrap; font-weight: 600">{escape(value)}</td>'
    return f'<tr><td style="{CELL}">{escape(unbroken(statement))}{mark}</td>{number}</tr>'


def formulas(sure: Sureness, statements: Mapping[str, str], by: str, *, is_narrow: bool) -> str:
    """Return which outcomes of the list stay under each formula: a table, or on a phone sentences."""
    gone = set[str]().union(*sure.drops.values())
    kept = len(sure.outcomes) - len(gone)
    shown = f"The list is by “{MEASURES[by].title}”. "
    whole = f"{f'{kept} of {sure.top}' if gone else f'All {kept}'} stay by every other formula."
    meant = paragraphs([AVERAGES], is_quiet=True) if "gap" in sure.drops else ""
    table = _sentences(sure, statements) if is_narrow else _table(sure, statements)
    return f"{paragraphs([shown + whole])}{table}{meant}"


def _sentences(sure: Sureness, statements: Mapping[str, str]) -> str:
    named = {name: [f"“{statements[one]}”" for one in gone] for name, gone in sure.drops.items() if gone}
    return paragraphs(
        [f"By {title(name)}, {' and '.join(gone)} drop{'s' * (len(gone) == 1)} out." for name, gone in named.items()]
    )


def _table(sure: Sureness, statements: Mapping[str, str]) -> str:
    heads = "".join(f'<th scope="col" style="{CELL}; {WHOLE}">{escape(title(name))}</th>' for name in sure.drops)
    rows = "".join(
        f'<tr><th scope="row" style="{HEAD}">{escape(unbroken(statements[one]))}</th>'
        + "".join(_stays(one not in gone) for gone in sure.drops.values())
        + "</tr>"
        for one in sure.outcomes
    )
    return (
        '<table style="border-collapse: collapse; width: 100%; font-size: 13px; line-height: 18px"><thead><tr>'
        f'<th scope="col" style="{HEAD}">Stays among the top by</th>'
        f"{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def title(formula: str) -> str:
    """Return the title of a formula of the stress test."""
    return FORMULAS.get(formula, formula)


def _stays(stays: bool) -> str:
    colour, said = (ACCENT, "✓ stays") if stays else (WARN, "<b>✕ drops</b>")
    return f'<td style="{CELL}; color: {colour}; white-space: nowrap; text-align: center">{said}</td>'
