"""The codebook of a report's workbook: what each column of each sheet means, in what unit, with how many decimals."""

MEANINGS = {
    "Outcome": "Statement that people rated; a letter before it names it on the landscape",
    "group": "People who gave this answer to a question about themselves",
    "Group": "Heading under which the row stands",
    "now": "Score as it was measured",
    "expected": "Score to expect when people like these are asked again; beside large scores it is smaller",
    "n": "People who rated the outcome, or of whom the row is",
    "importance": "10 × share of people who rated it as high as the cut of importance or higher, 0–10",
    "satisfaction": "10 × share of people whose experience reaches the anchor, 0–10",
    "opportunity": "Importance + max(importance − satisfaction, 0), 0–20 (Ulwick 2002)",
    "matters and falls short": "Share of people to whom it is important and whose experience is below the anchor",
    "falls short": "Share of people whose experience is below the anchor, whether it matters to them or not",
    "value wanted": "Mean over everybody of the points by which experience is below the anchor, in points of the scale",
    "chance of top 5": "Chance that the outcome belongs to the five highest of its kind",
    "does not apply": "Share of those who were shown the outcome and said that it does not apply to them",
    "met": "Share of people whose experience is at the anchor",
    "satisfied": "Share of people whose experience reaches the anchor",
    "exceeded": "Share of people whose experience is above the anchor",
    "others": "The same score of all others who rated the outcome",
    "difference": "Score of the group less that of the others; its interval is of what to expect when asked again",
    "beyond noise": "“more” or “less” where shuffled groups hardly give such a difference, else empty",
    "n, others": "Others who rated the outcome",
    "Solution": "What people use today",
    "effectiveness": "Mean satisfaction of success outcomes at an equal mix of circumstances, 0–10",
    "efficiency": "Mean satisfaction of key outcomes at an equal mix of circumstances, 0–10",
    "effectiveness, measured": "The same without holding the mix of circumstances equal",
    "efficiency, measured": "The same without holding the mix of circumstances equal",
    "verdict": "What the figures tell, in words",
    "before": "Score of the round before; of a target, of the round it was set from",
    "n before": "People who rated the outcome in the round before",
    "change": "Score now less the score before",
    "Job step": "Step of the job, rated by its key outcomes",
    "goes with it": "Share of the variation of the success outcome that goes with the step (dominance analysis)",
    "all steps": "Share of its variation that goes with all steps together",
    "p": "How often shuffled answers explain as much",
    "Falls short": "Outcomes of the target: counted is for how many people at least one of them falls short",
    "at most": "Share of people that the target allows",
    "set in": "Round that tells of before, from which the target was set",
    "judged by": "Round that asked again, its month, and how it lies to the day the target is due",
    "owner": "Who answers for the target, and until when",
    "Remark": "What somebody wrote, names hidden; released together with others",
    "kind": "Note or decision",
    "text": "What was written down",
    "by": "Who wrote it",
    "written": "The day of its last change",
    "Round": "Period in which answers were collected",
    "days": "Its days",
    "state": "Whether it still takes answers",
    "people came through": "How people were admitted",
    "Question": "Wording of the question",
    "of": "Of what it is asked",
    "answers": "Codes and labels of the answers",
    "Asked": "How many more people would be asked",
    "of them": "How many of the top, on average, would be there too if everybody like these people had answered",
    "likely": "How many of them would, in 95 of 100 cases",
    "List": "Kind of outcome",
    "formula": "Another formula by which the list could be ordered",
    "leave": "How many of the top leave it under that formula",
    "which": "Which these are",
    "What": "What is not shown",
    "why": "The reason",
    "Item": "What a careful report of a survey discloses",
    "what is known": "What is known of it here",
    "Part": "Part of the report",
    "what it says": "Its finding, and what else it says",
    "of whom": "Rounds, days, people and group",
    "what its figures mean": "Formula",
}
"""What a column means, by its heading without unit and ends of intervals."""

SHORT = "Share of people whose experience is below the anchor by so many points"


def meaning(heading: str) -> str:
    """Return what a column with this heading means, empty where nobody said."""
    base = heading.removesuffix(" from").removesuffix(" to")
    is_end = base != heading
    base = base.removesuffix("95 %").removesuffix(", ") if is_end else base
    base = base.removesuffix(", %") or "now"
    said = SHORT if base.startswith("short by") else MEANINGS.get(base, "")
    end = "lower" if heading.endswith("from") else "upper"
    return f"{end.capitalize()} end of the 95 % interval of: {said}" if is_end and said else said


def unit(heading: str) -> str:
    """Return the unit of a column: per cent where its heading says so."""
    return "per cent" if ", %" in heading else ""
