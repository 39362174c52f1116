"""The fewest people of whom anything is shown."""

THRESHOLD = 5
"""Of fewer people nothing is shown, nor what would leave fewer by subtraction: it could be told who they are."""

THRESHOLD_WITH_ONESELF = THRESHOLD + 1
"""The same for figures that may hold the viewer's own answers: without them as many others must be left."""
