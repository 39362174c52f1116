"""The thresholds of privacy: the fewest people of whom something is shown."""

THRESHOLD = 5
"""Nothing is shown of fewer people, nor figures that by subtraction give those of fewer: they could be identified."""

THRESHOLD_WITH_ONESELF = THRESHOLD + 2
"""The fewest people behind a mean that is shown to one of them: `THRESHOLD` others, without oneself and one ally."""

CAMP_THRESHOLD = 8
"""The fewest people whose split into camps is shown: of fewer, a camp of 30 % is one or two people."""
