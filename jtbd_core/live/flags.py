"""The flags of careless answers as profile answers: who has which, and who has none, is frozen as groups are."""

import pandas as pd

from jtbd_core.scoring.quality import FLAGS, quality_flags
from jtbd_core.wave.groups import CAREFUL, CARELESS
from jtbd_core.wave.ledger import ERASED

MEMBER = ["respondent", "question", "option"]


def flag_profiles(ratings: pd.DataFrame, cards: pd.DataFrame) -> pd.DataFrame:
    """Return who has which flag, or none, with the columns of `Store.profiles`: respondent, question, option.

    Ratings and cards are as the verbs of `Store` return them; those who rated nothing have neither.
    """
    rated = ratings.dropna(subset="experience")
    flags = quality_flags(rated, cards).set_index("respondent")
    careful = flags.index[~flags["is_careless"].astype(bool)]
    members = {CAREFUL.option: careful} | {name: flags.index[flags[name].astype(bool)] for name in FLAGS}
    tables = [pd.DataFrame({"respondent": names, "option": option}) for option, names in members.items() if len(names)]
    if not tables:
        return pd.DataFrame(columns=MEMBER, dtype="str")
    return pd.concat(tables, ignore_index=True).assign(question=CARELESS)[MEMBER]


def latest(log: pd.DataFrame) -> pd.DataFrame:
    """Return the latest ratings of a log, one of each respondent and outcome, without those that were erased."""
    newest = log.sort_values("seq").drop_duplicates(["respondent", "outcome"], keep="last")
    return newest[newest["experience"] != ERASED]
