"""Charts as files: a specification as SVG, and an SVG as PNG."""

import re
from base64 import b64encode
from typing import Any, cast

from jtbd_core.charts.fonts import FAMILY, FONTS, font_folders

LIGHT = {"font": FAMILY, "background": "#ffffff", "view": {"stroke": "transparent"}}
SCALE = 2
TEXT = re.compile(r'(<text(?: [\w-]+="[^"]*")*)>(.*?)</text>', re.DOTALL)
LINE = re.compile(r'<tspan(?: x="0" dy="([\d.]+)")?(?:/>|>([^<]*)</tspan>)')
SIGNS = re.compile("[\u2190-\u21ff\u25a0-\u27bf]+")
"""Arrows and shapes, which the first of our fonts lacks."""


def chart_svg(spec: dict[str, Any], width: int, height: int | None = None, titles: int = 13) -> str:
    """Return a chart for paper as SVG: light, so many pixels wide, and high unless it says so itself.

    `titles` is the size of the axes' titles, in pixels.
    """
    import vl_convert  # slow to load, and only for files

    for folder in font_folders():
        vl_convert.register_font_directory(folder)
    size = {"width": width} | ({"height": height} if height else {})
    inside = {"type": "fit", "contains": "padding"} if height else spec.get("autosize")
    axis = {"titleFontSize": titles, "titleFontWeight": "normal", "labelFontSize": min(titles, 12)}
    config = LIGHT | {"axis": axis, "legend": {"labelFontSize": 12}}
    drawn: str = vl_convert.vegalite_to_svg(spec | size | {"autosize": inside}, config=config, allowed_base_urls=[])
    return TEXT.sub(_lines, drawn)


def _lines(text: re.Match[str]) -> str:
    """Return a text of an SVG such as typst draws it like a browser: each line a text of its own, signs in their font.

    It would lay lines that are read from right to left over each other, and set a text with one sign in another font.
    """
    start, inside = text.groups()
    look, y, made = re.sub(r' (?:role|aria-\w+)="[^"]*"', "", start), 0.0, ""
    for step, line in LINE.findall(inside) or [("", inside)]:
        y += float(step or 0)
        words = SIGNS.sub(rf'<tspan font-family="{FONTS[-1].family}">\g<0></tspan>', line)
        made += f'{look if made else start} y="{y:g}">{words}</text>'
    return made


def as_pixels(svg: str) -> str:
    """Return an SVG whose one element is a picture of another, without letters that could be read out."""
    ((width, height),) = re.findall(r'^<svg[^>]* width="([\d.]+)" height="([\d.]+)"', svg)
    data, measures = b64encode(svg_png(svg, width, height)).decode(), f'width="{width}" height="{height}"'
    image = f'<image {measures} href="data:image/png;base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {measures} viewBox="0 0 {width} {height}">{image}</svg>'


def svg_png(svg: str, width: float | str, height: float | str) -> bytes:
    """Return an SVG of so many pixels as PNG, `SCALE` pixels a pixel, in our fonts alone, whatever the machine has."""
    import typst

    size = f"width: {width}pt, height: {height}pt"
    page = f'#set page({size}, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg", {size})'
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())
    compiler = typst.Compiler(page.encode(), font_paths=fonts, sys_inputs={"svg": svg})
    return cast(bytes, compiler.compile(format="png", ppi=72 * SCALE))
