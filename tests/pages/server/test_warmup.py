"""What the warm-up changes for all pages."""

import pytest
from streamlit import config

from pages.server.warmup import keep_theme


def test_the_theme_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit gets the theme that was read before, at each run of a page."""
    monkeypatch.setattr(config, "get_options_for_section", config.get_options_for_section)
    keep_theme()
    assert config.get_options_for_section("theme.dark") is config.get_options_for_section("theme.dark")
    assert config.get_options_for_section("theme.dark")["primaryColor"]
