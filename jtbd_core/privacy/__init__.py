"""What may be shown to whom: pure functions over the ratings of a wave, which hide what identifies a few people."""

from jtbd_core.privacy.groups import group_ratings, shown_groups
from jtbd_core.privacy.release import released
from jtbd_core.privacy.threshold import CAMP_THRESHOLD, THRESHOLD, THRESHOLD_WITH_ONESELF

__all__ = ["CAMP_THRESHOLD", "THRESHOLD", "THRESHOLD_WITH_ONESELF", "group_ratings", "released", "shown_groups"]
