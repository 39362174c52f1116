"""The flags of careless answers as profile answers: who has which, and who has none, is frozen as groups are."""

import numpy as np
import numpy.typing as npt
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


def released_flags(log: pd.DataFrame, cards: pd.DataFrame, saves: npt.NDArray[np.int64]) -> pd.DataFrame:
    """Return flags as `flag_profiles` does, of the rows of a log that are released, given by `seq`.

    What is not released moves no flag: else one who copies the answers of somebody, or answers at the verge of a flag,
    would be told by their own flag what the last ones answered. Who rated, but is in no released set, has none.
    """
    kept = log[(log["experience"] != ERASED) & log["experience"].notna()].sort_values("seq")
    rated = kept[kept["seq"].isin(saves)]
    shown = cards.merge(rated[["respondent", "outcome"]])
    others = kept.loc[~kept["respondent"].isin(rated["respondent"]), "respondent"].unique()
    careful = pd.DataFrame({"respondent": others, "question": CARELESS, "option": CAREFUL.option}, dtype="str")
    return pd.concat([flag_profiles(rated, shown), careful], ignore_index=True)
