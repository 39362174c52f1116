"""Charts as files: a specification as SVG, and an SVG as PNG."""

from typing import Any, cast

from jtbd_core.charts.fonts import FAMILY, font_folders

LIGHT = {"font": FAMILY, "background": "#ffffff", "view": {"stroke": "transparent"}}
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
    return drawn


def svg_png(svg: str, width: float, height: float) -> bytes:
    """Return an SVG of so many pixels as PNG, `SCALE` pixels a pixel, in our fonts alone, whatever the machine has."""
    import typst

    size = f"width: {width}pt, height: {height}pt"
    page = f'#set page({size}, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg", {size})'
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())
    compiler = typst.Compiler(page.encode(), font_paths=fonts, sys_inputs={"svg": svg})
    return cast(bytes, compiler.compile(format="png", ppi=72 * SCALE))
