"""Text on its way into Markdown."""

import pytest

from pages.components.escape import escaped, unbroken


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**bold**", r"\*\*bold\*\*"),
        ("[press](x)", r"\[press\]\(x\)"),
        (":home:", "\\:\u2060home\\:\u2060"),
        ("www.example.com", "www\u2060\\.example\\.com"),
        ("a@b", "a\u2060@b"),
        ("plain words", "plain words"),
    ],
)
def test_markup_is_escaped(written: str, shown: str) -> None:
    """Markup gets backslashes; addresses and icons, which those do not stop, a word joiner."""
    assert escaped(written) == shown


def test_figures_do_not_wrap() -> None:
    """Per cent signs and ranges stay on the line of their numbers."""
    assert unbroken("41 % (12.0–14.3)") == "41\u00a0% (12.0\u2060–\u206014.3)"
