"""Text that a spreadsheet would run as a formula, marked as text by an apostrophe, and back."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def marked(text: str) -> str:
    """Return text that a spreadsheet shows and never runs; what looks marked is marked once more."""
    return f"'{text}" if _is_formula(text) else text


def unmarked(text: str) -> str:
    """Return the text that `marked` was given."""
    return text[1:] if text.startswith("'") and _is_formula(text) else text


def _is_formula(text: str) -> bool:
    return text.lstrip("'").startswith(FORMULA_STARTS)
