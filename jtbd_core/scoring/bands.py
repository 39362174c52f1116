"""Ulwick's bands of opportunity (2005), published for the satisfaction scale: above 12 high, above 15 extreme."""

import numpy as np

from jtbd_core.scoring.posterior import Posterior
from jtbd_core.scoring.scores import Floats

BANDS = {"high": 12.0, "extreme": 15.0}

LIKELY = 0.9
"""The probability from which an outcome may be called by the name of a band. From 0.8 on, *extreme* was said rightly in
0.75 of simulated surveys."""


def p_bands(drawn: Posterior) -> dict[str, Floats]:
    """Return `p_high` and `p_extreme` of each outcome: P(opportunity > the band's bound), from the expected scores."""
    return {f"p_{name}": np.mean(drawn.learned["opportunity"] > bound, axis=1) for name, bound in BANDS.items()}
