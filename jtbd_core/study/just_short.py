"""How far below the anchor a rating falls just short, and from where on far."""


def just_short(deepest: int) -> int:
    """Return the most points below the anchor that are *just* short: a third of those there are, and 1 at least."""
    return max(1, deepest // 3)
