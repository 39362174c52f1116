"""Streams of random numbers: each belongs to a key, so that neither order nor the presence of others changes a draw."""

import numpy as np


def stream(seed: int, key: int | np.uint64) -> np.random.Generator:
    """Return the stream of random numbers that belongs to a key."""
    return np.random.Generator(np.random.SFC64([seed, int(key)]))
