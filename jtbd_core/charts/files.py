"""Charts as files: a specification as SVG, and an SVG as PNG."""

from typing import Any

from jtbd_core.charts.fonts import FAMILY, font_folders

CONFIG = {"font": f"{FAMILY}, sans-serif", "background": "#ffffff", "axis": {"titleFontSize": 10}}
SCALE = 2


def chart_svg(spec: dict[str, Any], width: int, height: int | None = None) -> str:
    """Return a chart for paper as SVG: light, so many pixels wide, and high unless it says so itself."""
    import vl_convert  # slow to load, and only for files

    for folder in font_folders():
        vl_convert.register_font_directory(folder)
    size = {"width": width} | ({"height": height} if height else {})
    inside = {"type": "fit", "contains": "padding"} if height else spec.get("autosize")
    drawn: str = vl_convert.vegalite_to_svg(spec | size | {"autosize": inside}, config=CONFIG, allowed_base_urls=[])
    return drawn


def svg_png(svg: str) -> bytes:
    """Return an SVG as PNG, `SCALE` pixels a pixel."""
    import vl_convert

    for folder in font_folders():
        vl_convert.register_font_directory(folder)
    drawn: bytes = vl_convert.svg_to_png(svg, scale=SCALE)
    return drawn
