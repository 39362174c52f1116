"""A chart as a file for a slide: SVG or PNG, with title, context and key inside the picture, light, for paper."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any
from unicodedata import east_asian_width

from jtbd_core.charts.files import chart_svg, svg_png
from jtbd_core.charts.fonts import FAMILY, FONTS, font_faces
from jtbd_core.report.slides import Slide

WIDTH, WIDEST, EDGE, GAP = 1280, 1920, 48, 24
RATIO = 16 / 9
"""That of slides; only a list too long for it at `WIDEST` is higher."""

HIGH, BESIDE = 560, 640
"""The height of a chart that does not follow from its rows, and its width where a legend stands beside it."""

IN_A_ROW = 3
INK, QUIET = "#0f1821", "#4a5763"
Look = tuple[int, str]
"""The size of a text in pixels, and its weight."""

TITLE, CONTEXT, KEY, LEGEND = (27, "bold"), (16, "normal"), (14, "normal"), (16, "normal")
CUT = "…"
NARROW = {" ": 0.26, **dict.fromkeys("iljtf.,:;·“”’()", 0.32)}
"""How wide narrow letters are, in em."""


def chart_file_svg(slide: Slide) -> bytes:
    """Return a chart as SVG; its fonts are within it."""
    inside, width, height = _fitted(slide)
    families = ", ".join(dict.fromkeys(f"'{font.family}'" for font in FONTS))
    text = "".join(re.findall(r">([^<]*)<", inside))
    style = f"{font_faces(text)} text {{ font-family: {families}, sans-serif; }}"
    return _svg(f"<style>{style}</style>{inside}", (width, height), slide).encode()


def chart_file_png(slide: Slide) -> bytes:
    """Return a chart as PNG, twice as many pixels as its SVG."""
    inside, width, height = _fitted(slide)
    return svg_png(_svg(inside, (width, height), slide), width, height)


def _svg(inside: str, size: tuple[int, int], slide: Slide) -> str:
    width, height = size
    measures = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    named = f'role="img" aria-label="{escape(slide.title)}" font-family="{FAMILY}"'
    ground = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {measures} {named}>{ground}{inside}</svg>'


def _fitted(slide: Slide) -> tuple[str, int, int]:
    """Return what stands on the picture, and its width and height: as wide as makes it a slide, within bounds."""
    inside, height = _inside(slide, WIDTH)
    width = round(min(max(height * RATIO, WIDTH), WIDEST))
    if width > WIDTH:
        inside, height = _inside(slide, width)
    return inside, width, round(height)


def _inside(slide: Slide, width: int) -> tuple[str, float]:
    """Return what stands on a picture of a width, its key at the foot, and its height in pixels."""
    room = width - 2 * EDGE
    title, below = _text(slide.title, (EDGE, EDGE - 8), room, TITLE)
    context, below = _text(slide.context, (EDGE, below + 4), room, CONTEXT, QUIET)
    charts, below = _charts(slide, below + GAP, room)
    _, high = _foot(slide, 0, room)
    foot, below = _foot(slide, max(below + GAP, width / RATIO - high - EDGE + 14), room)
    return title + context + charts + foot, below + EDGE - 14


def _foot(slide: Slide, top: float, room: int) -> tuple[str, float]:
    """Return the key and the statements in full, and where they end."""
    key, below = _text(slide.key, (EDGE, top), room, KEY, QUIET)
    cut, below = _text(_in_full(slide), (EDGE, below + 6), room, KEY, QUIET)
    return key + cut, below


def _charts(slide: Slide, top: float, room: int) -> tuple[str, float]:
    """Return the charts side by side, and the legend of letters right of the first; and where they end."""
    many = min(len(slide.pictures), IN_A_ROW)
    wide = BESIDE if slide.legend else (room - (many - 1) * GAP) // many
    drawn, bottom = [], top
    for start in range(0, len(slide.pictures), IN_A_ROW):
        row_top = bottom + (GAP if start else 0)
        for place, spec in enumerate(slide.pictures[start : start + IN_A_ROW]):
            svg, height = _chart(spec, (EDGE + place * (wide + GAP), row_top), wide)
            drawn.append(svg)
            bottom = max(bottom, row_top + height)
    at = top + GAP
    for letter, statement in slide.legend:
        x = EDGE + BESIDE + 2 * GAP
        drawn.append(_text(letter, (x, at), GAP, (16, "bold"))[0])
        said, at = _text(statement, (x + GAP, at), EDGE + room - x - GAP, LEGEND)
        drawn.append(said)
        at += 8
    return "".join(drawn), max(bottom, at)


def _chart(spec: dict[str, Any], place: tuple[float, float], wide: int) -> tuple[str, float]:
    """Return a chart at a place (left and top), and its height."""
    svg = chart_svg(spec, wide, None if "height" in spec else HIGH)
    (height,) = re.findall(r'<svg[^>]* height="([\d.]+)"', svg)
    return svg.replace("<svg", f'<svg x="{place[0]}" y="{place[1]}"', 1), float(height)


def _in_full(slide: Slide) -> str:
    """Return the statements that the charts shorten, in full."""
    begun = {text.removesuffix(CUT).replace("\n", " ").strip() for text in _strings(slide.pictures) if CUT in text}
    cut = [one for one in slide.statements if any(part and one.startswith(part) for part in begun)]
    return f"In full: {'; '.join(f'“{one}”' for one in cut)}." if cut else ""


def _strings(value: object) -> Iterator[str]:
    """Give each text in a specification that ends as if it were cut."""
    if isinstance(value, str) and value.endswith(CUT):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _text(text: str, place: tuple[float, float], room: float, look: Look, colour: str = INK) -> tuple[str, float]:
    """Return a text in as many lines as it takes, from a place (left and top) down; and where it ends."""
    size, weight = look
    high = size * 1.3
    lines = _lines(text, room / size / 1.06)  # bold letters, and those of other families, are wider
    each = (
        f'<tspan x="{place[0]}" y="{place[1] + (n + 0.8) * high:.1f}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    drawn = f'<text font-size="{size}" font-weight="{weight}" fill="{colour}">{"".join(each)}</text>'
    return (drawn if lines else ""), place[1] + len(lines) * high


def _lines(text: str, most: float) -> Sequence[str]:
    """Return a text in lines of at most so many widths of an em, broken between words, or letters where it must be."""
    lines: list[str] = []
    for word in text.split():
        if lines and _wide(f"{lines[-1]} {word}") <= most:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for letter in word:
            if _wide(lines[-1] + letter) > most:
                lines.append("")
            lines[-1] += letter
    return lines


def _wide(text: str) -> float:
    """Return about how wide a text is, in em."""
    return sum(
        1.0 if east_asian_width(one) in "WF" else 0.66 if one.isupper() else NARROW.get(one, 0.53) for one in text
    )
