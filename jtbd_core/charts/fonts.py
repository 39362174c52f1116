"""Fonts that travel with the program, so that a file looks the same wherever it is made and read."""

import base64
import io
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

FAMILY = "Roboto"
"""Has Latin, Greek and Cyrillic letters; those of others come from the families below it."""

ARABIC = "IBM Plex Sans Arabic"
"""A letter is one glyph, dots included: of others, as Noto's, whoever reads out or copies a PDF gets letters twice."""


class Font(NamedTuple):
    """A file of a family: the package and the folder that hold it, and the weights that it has in CSS."""

    family: str
    package: str
    file: str
    weight: str


FONTS = (
    Font(FAMILY, "font_roboto", "files/Roboto-Regular.ttf", "400"),
    Font(FAMILY, "font_roboto", "files/Roboto-Bold.ttf", "700"),
    Font(ARABIC, "fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Regular.ttf", "400"),
    Font(ARABIC, "fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Bold.ttf", "700"),
    Font("Noto Sans CJK TC", "cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf", "400"),
)


def font_folders() -> list[str]:
    """Return the folders of all fonts."""
    return list(dict.fromkeys(str(_path(font).parent) for font in FONTS))


def font_faces(text: str) -> str:
    """Return CSS that holds the fonts of a text within it, each with the letters alone that the text needs."""
    rules = [
        _face(font, letters) for family, letters in _by_family(text).items() for font in FONTS if font.family == family
    ]
    return "\n".join(rules)


def _by_family(text: str) -> dict[str, set[int]]:
    """Return which letters of a text each family has, that the families above it lack."""
    from fontTools.ttLib import TTFont  # slow to load, and only for files

    left, found = {ord(one) for one in text if one.isprintable()}, dict[str, set[int]]()
    for font in FONTS:
        if left and font.family not in found:
            with TTFont(_path(font), lazy=True) as known:
                found[font.family] = left & known.getBestCmap().keys()
            left -= found[font.family]
    return {family: letters for family, letters in found.items() if letters}


def _face(font: Font, letters: set[int]) -> str:
    from fontTools import subset

    options = subset.Options(flavor="woff", notdef_outline=True)
    options.drop_tables += ["meta"]  # which it cannot subset, and says so
    chosen, kept = subset.Subsetter(options), io.BytesIO()
    chosen.populate(unicodes=letters)
    with subset.load_font(str(_path(font)), options) as loaded:
        chosen.subset(loaded)
        subset.save_font(loaded, kept, options)
    data = base64.b64encode(kept.getvalue()).decode()
    source = f"url(data:font/woff;base64,{data}) format('woff')"
    return f"@font-face {{ font-family: '{font.family}'; font-weight: {font.weight}; src: {source}; }}"


def _path(font: Font) -> Path:
    spec = find_spec(font.package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"The package {font.package} is not installed.")
    return Path(spec.origin).parent / font.file
