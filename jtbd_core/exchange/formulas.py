"""Protection against formula injection: text that a spreadsheet would run gets an apostrophe before it."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def marked(text: str) -> str:
    """Return text that a spreadsheet does not run as a formula; text that is already marked is marked again."""
    return f"'{text}" if _is_formula(text) else text


def unmarked(text: str) -> str:
    """Return the text that `marked` was given."""
    return text[1:] if text.startswith("'") and _is_formula(text) else text


def _is_formula(text: str) -> bool:
    return text.lstrip("'").startswith(FORMULA_STARTS)
