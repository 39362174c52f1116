"""What may be shown to whom: pure functions over the log of ratings, with the reason why nobody can be identified."""

from jtbd_core.privacy.codes import no_codes
from jtbd_core.privacy.pairs import without_pairs
from jtbd_core.privacy.people import People
from jtbd_core.privacy.rating_log import RatingLog, Rows, ratings_of
from jtbd_core.privacy.release import (
    Occasion,
    marked_groups,
    marked_rows,
    next_releases,
    shown_people,
    shown_rows,
)
from jtbd_core.privacy.remarks import (
    ShownRemark,
    by_heading,
    check_batch,
    hidden_again,
    lacking,
    leaving_with,
    shown_remarks,
)
from jtbd_core.privacy.saves import Saves
from jtbd_core.privacy.threshold import CAMP_THRESHOLD, THRESHOLD, THRESHOLD_WITH_ONESELF

__all__ = [
    "CAMP_THRESHOLD",
    "THRESHOLD",
    "THRESHOLD_WITH_ONESELF",
    "Occasion",
    "People",
    "RatingLog",
    "Rows",
    "Saves",
    "ShownRemark",
    "by_heading",
    "check_batch",
    "hidden_again",
    "lacking",
    "leaving_with",
    "marked_groups",
    "marked_rows",
    "next_releases",
    "no_codes",
    "ratings_of",
    "shown_people",
    "shown_remarks",
    "shown_rows",
    "without_pairs",
]
