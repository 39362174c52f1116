"""The parts of an archive: what it holds of a study, under which headings, and what each of them means."""

from jtbd_core.contract.archive_columns import NAME, ROUND, SAVE, Column, Part


def _respondent(about: str = "as in respondents.csv") -> Column:
    return Column("respondent", NAME, about)


OUTCOME = Column("outcome", "TEXT", "id of the outcome in study.json")
QUESTION = Column("question", "TEXT", "id of the question in study.json, or solution")
OPTION = Column("option", "TEXT", "id of the answer; empty: taken back; *: another solution")
WRITTEN = (
    Column("created_at", "TIMESTAMP", "when it was first written, UTC"),
    Column("written_at", "TIMESTAMP", "when it was last changed, UTC"),
)

ROUNDS = Part(
    "rounds",
    "a round of collecting answers",
    (
        ROUND,
        Column("name", "TEXT", "what the facilitator calls it"),
        Column("opened_at", "TIMESTAMP", "when it was opened, UTC"),
        Column("closed_at", "TIMESTAMP", "when it was closed, UTC; empty: it was going on", True),
        Column("revealed_at", "TIMESTAMP", "when it was last revealed, UTC", True),
        Column("revealed", SAVE, "up to which place of the log", True),
        Column("cap", "INTEGER", "how many people it takes", True),
        Column("closes_at", "TIMESTAMP", "when it was to close by itself, of a closed one, UTC", True),
        Column("asked", "TEXT[]", "ids of the outcomes that it asks; empty: all", True),
        Column("offered", "TEXT[]", "ids of the solutions, questions and options it offers; empty: all", True),
        Column("waits_for_reveal", "BOOLEAN", "whether nothing is shared before the reveal"),
        Column("is_archived", "BOOLEAN", "whether it is kept out of the results"),
        Column("is_undated", "BOOLEAN", "whether its file told no days of field work", since=2, default=False),
        Column(
            "panel",
            "TEXT",
            "how it was fielded to a panel, as JSON; its list is not in the archive",
            since=3,
            default="",
        ),
        Column("keep_until", "TIMESTAMP", "last day on which its answers are kept as they are", True, since=5),
        Column("at_end", "TEXT", "what then becomes of them: anonymise or delete; empty: kept", since=5, default=""),
        Column("anonymised_at", "TIMESTAMP", "when they were anonymised, UTC", True, since=5),
        Column("asks_code", "BOOLEAN", "whether newcomers need a single-use code"),
        Column("saves", "BIGINT", "places in its log: those in ratings.csv and deleted.csv"),
    ),
    ("round",),
)
RESPONDENTS = Part(
    "respondents",
    "somebody who answered in a round",
    (
        _respondent("the key of the random weights in all intervals; no personal link or receipt follows from it"),
        Column("started_at", "TIMESTAMP", "when the first answer came, UTC"),
        Column("is_finished", "BOOLEAN", "whether the form was sent to the end"),
        Column("took_bait", "BOOLEAN", "whether a field was filled in that people do not see"),
        Column("weight", "DOUBLE PRECISION", "weight in the file of an imported round, above 0", True, since=2),
    ),
    ("respondent",),
)
PROFILES = Part(
    "profiles",
    "an answer to the question for the solution used today, or for a circumstance",
    (
        _respondent(),
        QUESTION,
        OPTION,
        Column("tapped", "BIGINT", "when it was tapped: milliseconds since 1970 by the phone's clock", True),
    ),
    ("respondent", "question"),
)
ASSIGNMENTS = Part(
    "assignments",
    "which outcomes somebody is shown, where each rates a part",
    (
        _respondent(),
        Column("outcomes", "TEXT[]", "their ids, as JSON"),
        Column("created_at", "TIMESTAMP", "when they were assigned, UTC"),
    ),
    ("respondent",),
)
RATINGS = Part(
    "ratings",
    "a rating as it was saved; of several of one respondent and outcome the one tapped last counts, then the last one",
    (
        Column("number", SAVE, "place in the log of the round"),
        _respondent(),
        OUTCOME,
        Column("importance", "INTEGER", "code on the scale of importance", True),
        Column("experience", "INTEGER", "code on the scale of the outcome's kind, see settings in study.json", True),
        Column("expectation", "INTEGER", "code on the same scale, where experience is asked beside expectation", True),
        Column("not_applicable", "BOOLEAN", "whether the outcome does not apply"),
        Column("created_at", "TIMESTAMP", "when it was saved, UTC"),
        Column("position", "INTEGER", "place of the card in the form, from 1", True),
        Column("seconds", "REAL", "time spent on the card so far", True),
        Column("tapped", "BIGINT", "when it was tapped: milliseconds since 1970 by the phone's clock", True),
    ),
    ("number",),
)
DELETED = Part(
    "deleted",
    "a rating that its respondent deleted: that there was one, not which",
    (
        Column("number", SAVE, "place in the log of the round"),
        Column("name", "TEXT", "a random name in place of the respondent's"),
        OUTCOME,
        Column("has_importance", "BOOLEAN", "whether it had importance"),
        Column("has_experience", "BOOLEAN", "whether it had experience"),
    ),
    ("number",),
)
PLACES = Part(
    "places",
    "an answer whose quota has places that stay taken by people who deleted their answers",
    (QUESTION, OPTION._replace(about="id of the answer"), Column("many", "INTEGER", "how many")),
    ("question", "option"),
    since=4,
)
REMARKS = Part(
    "remarks",
    "what somebody wrote; who did is not in the archive",
    (
        Column("kind", "TEXT", "missed: what the study misses; solution: another solution used today"),
        Column("text", "TEXT", "the text, names hidden where the facilitator hid them"),
        OUTCOME._replace(about="id of the outcome that it was put under"),
        Column("label", "TEXT", "or the label"),
        Column("batch", "TEXT", "the batch it was released in; empty: it was not; withdrawn: it left again"),
    ),
    ("kind", "text", "outcome", "label", "batch"),
)
STAGES = Part(
    "stages",
    "how a round was run in a room",
    (
        Column("begun_at", "TIMESTAMP", "when the display left the lobby, UTC", True),
        Column("opened", "INTEGER", "how many sections the form has opened; empty: at everybody's pace", True),
        Column("prediction", "TEXT[]", "ids of the outcomes that the team expected at the top, as JSON", True),
    ),
    ("begun_at",),
)
NOTES = Part(
    "notes",
    "a note or decision on an outcome",
    (
        OUTCOME,
        Column("kind", "TEXT", "note or decision"),
        Column("author", "TEXT", "who wrote it"),
        Column("text", "TEXT", "the text"),
        *WRITTEN,
    ),
    ("created_at", "outcome", "text"),
)
TARGETS = Part(
    "targets",
    "a value target, set from the results of the round",
    (
        Column("outcomes", "TEXT[]", "ids of its outcomes, as JSON"),
        Column("at_most", "INTEGER", "per cent of people for whom at least one may fall short"),
        Column("owner", "TEXT", "who answers for it"),
        Column("due", "TIMESTAMP", "until which day"),
        Column("text", "TEXT", "what will be done"),
        *WRITTEN,
    ),
    ("created_at", "text"),
)
RELEASES = Part(
    "releases",
    "a set of people of which figures were shown to viewers, so that no later one tells of few of them",
    (
        Column("number", "INTEGER", "counts the releases of the round"),
        OUTCOME,
        Column("question", "TEXT", "question of the group; empty: everybody; + joins two; =target, =segment"),
        Column("option", "TEXT", "its answer"),
        Column("until", SAVE, "up to which place of the log"),
        Column("occasion", "TEXT", "the reveal on which groups were frozen, or end"),
        Column("is_shown", "BOOLEAN", "false: it has been hidden since"),
    ),
    ("number",),
)
WITHHELD = Part(
    "withheld",
    "somebody who is left out of a released set",
    (Column("number", "INTEGER", "as in releases.csv"), _respondent(about="or a name in deleted.csv")),
    ("number", "respondent"),
)
MEMBERS = Part(
    "members",
    "somebody who belonged to a group on an occasion",
    (
        Column("occasion", "TEXT", "as in releases.csv"),
        Column("question", "TEXT", "question of the group"),
        Column("option", "TEXT", "its answer"),
        _respondent(about="or a name in deleted.csv"),
    ),
    ("occasion", "question", "option", "respondent"),
)
AMENDMENTS = Part(
    "amendments",
    "a change after the launch",
    (
        Column("what", "TEXT", "mended (a typo), added, retired or taken back (asked again)"),
        Column("name", "TEXT", "id of the text, such as outcome.<id>"),
        Column("language", "TEXT", "of a translation; empty: the study's own"),
        Column("before", "TEXT", "the text before"),
        Column("after", "TEXT", "the text after"),
        Column("since", "INTEGER", "the first round that it reaches"),
        Column("changed_at", "TIMESTAMP", "when, UTC"),
    ),
    ("changed_at", "name"),
)
MARGINS = Part(
    "margins",
    "the share of an answer among all people, to which results are weighted for viewers",
    (
        Column("place", "INTEGER", "place among the shares, from 0"),
        QUESTION,
        OPTION._replace(about="id of the answer"),
        Column("per_mille", "INTEGER", "the share, in thousandths"),
    ),
    ("place",),
)
LINKS = Part(
    "links",
    "a link of stakeholders to the results that was not revoked; its key is not in the archive",
    (
        Column("name", "TEXT", "what it is called"),
        Column("depth", "TEXT", "headlines, everybody or groups: how much it shows"),
        Column("remarks", "BOOLEAN", "whether it shows released remarks"),
        Column("files", "BOOLEAN", "whether it gives files"),
        Column("data", "BOOLEAN", "whether it gives figures by address"),
        Column("expires_at", "TIMESTAMP", "when it ends, UTC", True),
        Column("passphrase", "TEXT", "salted scrypt hash of the passphrase it asks for; empty: none"),
        Column("frame_origin", "TEXT", "the page of others that may show it; empty: none"),
        Column("made_at", "TIMESTAMP", "when it was made, UTC"),
    ),
    ("made_at", "name"),
    since=2,
)
PARTS = (
    *(ROUNDS, RESPONDENTS, PROFILES, ASSIGNMENTS, RATINGS, DELETED, PLACES, REMARKS, STAGES, NOTES, TARGETS),
    *(RELEASES, WITHHELD, MEMBERS, AMENDMENTS, MARGINS, LINKS),
)
"""In the order in which they are imported."""
