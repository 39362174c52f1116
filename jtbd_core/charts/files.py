"""Charts as files: a specification as SVG, and an SVG as PNG."""

from typing import Any

from jtbd_core.charts.fonts import ARABIC, FAMILY, font_folders, with_families

LIGHT = {"font": f"{FAMILY}, {ARABIC}, sans-serif", "background": "#ffffff", "view": {"stroke": "transparent"}}
SCALE = 2


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
    return with_families(drawn)


def svg_png(svg: str) -> bytes:
    """Return an SVG as PNG, `SCALE` pixels a pixel."""
    import vl_convert

    for folder in font_folders():
        vl_convert.register_font_directory(folder)
    drawn: bytes = vl_convert.svg_to_png(svg, scale=SCALE)
    return drawn
