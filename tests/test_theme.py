"""The two themes are readable: WCAG 2.2 level AA."""

import tomllib
from pathlib import Path

import pytest

CONFIG = Path(__file__).parent.parent / ".streamlit" / "config.toml"
THEME = tomllib.loads(CONFIG.read_text())["theme"]
CAPTION_OPACITY = 0.6  # how Streamlit writes st.caption
WHITE = "#ffffff"  # what Streamlit writes on a primary button


def channels(colour: str) -> list[float]:
    """Return red, green and blue of #rrggbb, 0–1."""
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def luminance(rgb: list[float]) -> float:
    """Return the relative luminance, 0–1, as WCAG defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: list[float], other: list[float]) -> float:
    """Return the contrast ratio of two colours, 1–21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faded(text: str, ground: str) -> list[float]:
    """Return the colour of a caption on a ground."""
    pairs = zip(channels(text), channels(ground), strict=True)
    return [CAPTION_OPACITY * t + (1 - CAPTION_OPACITY) * g for t, g in pairs]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_links_and_captions_can_be_read(mode: str, ground: str) -> None:
    """Words have a contrast of at least 4.5 with what they stand on."""
    colours = THEME[mode]
    words = [channels(colours["textColor"]), channels(colours["linkColor"])]
    words.append(faded(colours["textColor"], colours[ground]))
    assert all(contrast(word, channels(colours[ground])) >= 4.5 for word in words)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_buttons_can_be_read_and_controls_seen(mode: str) -> None:
    """A primary button's white label has a contrast of 4.5, and controls stand out from the page by 3."""
    colours = THEME[mode]
    assert contrast(channels(WHITE), channels(colours["primaryColor"])) >= 4.5
    for part in ("primaryColor", "borderColor"):
        assert contrast(channels(colours[part]), channels(colours["backgroundColor"])) >= 3
