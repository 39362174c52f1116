"""Results: one sentence, the landscape, the lists, and a table of everything."""

import streamlit as st

from jtbd_core.charts import CHARTS
from jtbd_core.exchange.answers import answers_table, answers_workbook, fits_a_sheet
from jtbd_core.exchange.long_table import neutralized
from jtbd_core.live.findings import Findings, findings, progress
from jtbd_core.live.render_queue import render_queue
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.results import Results
from jtbd_core.wave import Group, Wave, reported_study
from pages.components.glossary import draw_words
from pages.components.header import study_header
from pages.components.notes import draw_notes
from pages.components.rounds import draw_missing, round_name, shown_rounds
from pages.components.store import the_store
from pages.components.visitor import KEY, shared_study
from pages.components.wave_results import (
    draw_everything,
    draw_headlines,
    draw_landscape,
    draw_picture,
    draw_shown,
    draw_waiting,
    watch,
)
from pages.components.words import escaped, plural

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EVERYBODY = "everybody"
ROUND, WHO = "round", "who"
"""What the address calls the choices."""

PARTS = {chart.name: chart.title for chart in CHARTS if chart.place == "part"}
SURENESS, FIGURES = "How sure", "All figures"
FORMULAS = """
- **Importance** = 10 × share of people who rated it 4 or 5. **Satisfaction** = 10 × share of people whose experience
  reaches the anchor: *meets it* on the expectation scale, *very* on the satisfaction scale.
- **Opportunity** = importance + max(importance − satisfaction, 0), from 0 to 20 (Ulwick 2002). The bands 10, 12 and 15
  were published for the satisfaction scale.
- **Falls short** = share of people below the anchor. **Value wanted** = mean distance below the anchor in scale points,
  counting 0 for those who are at or above it.
- Only people who rated both importance and experience count; *n* is their number for each outcome. An outcome that
  fewer than 5 people rated has no scores here, so that nobody can be told from them.
- **Intervals** hold the true value in 95 of 100 cases. They and the groups come from 4,000 draws of one posterior
  (a Bayesian bootstrap with half a person's prior in each quadrant). Outcomes in one group cannot be told apart.
"""

record = shared_study()
study = record.study
study_header(record)
rounds = shown_rounds(record.id)
if not rounds:
    st.info("Nobody has been asked yet. Results appear here as soon as a round is open.")
    st.stop()


def choose(label: str, options: dict[str, str], key: str, default: str, help: str | None = None) -> str:
    """Let the visitor choose one of the options, id → label; the address keeps the id, whatever the labels become."""
    asked = st.query_params.get(key, default)
    if asked not in options:
        st.info("What this link chose is not shown now; this is what can be.", icon=":material/filter_alt_off:")
        asked = default
    return st.selectbox(
        label,
        list(options),
        index=list(options).index(asked),
        format_func=lambda one: escaped(options[one]),
        help=help,
        key=f"{key}-{hash(tuple(options))}",
        on_change=keep_choice,
        args=(key, f"{key}-{hash(tuple(options))}"),
    )


def keep_choice(key: str, widget: str) -> None:
    """Write what was chosen into the address."""
    st.query_params[key] = st.session_state[widget]


def choose_wave() -> Wave:
    """Let the visitor choose a wave; by default the latest that has results to show."""
    counting = (n for n, wave in rounds.items() if not (wave.is_trial or wave.is_archived))
    shown = (n for n in counting if progress(the_store(), rounds[n].id).rated >= THRESHOLD)
    default = next(shown, next(iter(rounds)))
    wave = rounds[choose("Round", {number: round_name(wave) for number, wave in rounds.items()}, ROUND, default)]
    st.caption({"open": "Answers are being collected.", "paused": "Paused for now.", "closed": "Closed."}[wave.status])
    return wave


def choose_group(wave: Wave) -> Group | None:
    """Let the visitor choose whose answers to see, among the groups that may be shown."""
    questions, (everybody, counts) = study.questions(), findings(the_store(), reported_study(study, wave), wave).sizes
    groups = {f"{group.question}.{group.option}": group for group in counts}
    asked = {circumstance.id: f" · {circumstance.question}" for circumstance in study.circumstances}
    labels = {name: questions[g.question][g.option] + asked.get(g.question, "") for name, g in groups.items()}
    name = choose(
        "Whose answers",
        {EVERYBODY: "Everybody"} | labels,
        WHO,
        EVERYBODY,
        help="By solution used and circumstance, as the answers stood at the last reveal or at the end of the round. "
        f"Not shown are groups of fewer than {THRESHOLD} people, and those beside which subtraction would tell "
        "of so few.",
    )
    group = groups.get(name)
    rated = plural(counts[group] if group else everybody, "person rated", "people rated")
    waits = "" if counts or wave.status == "closed" else ". Groups can be chosen after a reveal."
    st.caption(f"{rated}{waits}")
    return group


def answers_file() -> str:
    """Return all answers of the chosen round as one long table, for the facilitator."""
    return neutralized(answers_table(the_store(), record.study, wave)).to_csv(index=False)


def answers_in_excel() -> bytes:
    """Return all answers of the chosen round and their scores as a workbook, for the facilitator."""
    return answers_workbook(the_store(), record.study, wave)


def draw_sureness(found: Results) -> None:
    """Draw how sure the top of each list is, and what more answers would do."""
    for kind, sure in found.sure.items():
        st.markdown(f"**{kind.capitalize()}**")
        for sentence in sure.sentences():
            st.write(sentence)
    if not found.sure:
        st.write("There are too few outcomes for a top of the list.")
    st.caption(
        "Expected from the spread of the answers so far; people unlike those who answered cannot be foreseen. "
        "With fewer than 20 people it is optimistic."
    )


def draw_parts(found: Findings) -> None:
    """Draw tabs for the rankings, the parts of success and the job, and all figures; the one that is open has them."""
    names = {name: label for name, label in PARTS.items() if name in found.pictures}
    # Only the part that is looked at is drawn: 50 people who watch a full room have it drawn anew all the time.
    tabs = st.tabs([*names.values(), SURENESS, FIGURES], key="part", on_change="rerun", bind="query-params")
    for name, tab in zip([*names, SURENESS, FIGURES], tabs, strict=True):
        if tab.open:
            with tab:
                draw_part(name, found)


def draw_part(name: str, found: Findings) -> None:
    """Draw one part: a chart by its name, how sure the top is, or all figures."""
    if name == SURENESS:
        draw_sureness(found.results)
    elif name == FIGURES:
        draw_everything(found)
        if KEY not in st.query_params:
            draw_downloads()
    else:
        draw_picture(name, found)


def draw_downloads() -> None:
    """Let the facilitator take all answers along."""
    with st.container(horizontal=True):
        st.download_button("Answers as CSV", answers_file, "answers.csv", "text/csv", icon=":material/download:")
        if fits_a_sheet(study, progress(the_store(), wave.id).joined):
            st.download_button(
                "Answers and scores as Excel", answers_in_excel, "answers.xlsx", EXCEL, icon=":material/download:"
            )


left, right = st.columns([1, 2])
with left:
    wave = choose_wave()
with right:
    group = choose_group(wave)
study = draw_missing(record.study, wave)

draw_words(
    "success outcome", "key outcome", "importance", "experience", "anchor", "falls short", "value wanted", "opportunity"
)
found = findings(the_store(), study, wave, group)
with render_queue.redraw():
    if not draw_waiting(found):
        draw_shown(wave, found)
        draw_headlines(found)
        draw_landscape(found)
        draw_parts(found)
watch(study, wave, found)
if KEY not in st.query_params:
    with st.expander("Notes and decisions", icon=":material/push_pin:"):
        draw_notes(study, wave)
with st.expander("How the scores are made, and how sure they are", icon=":material/functions:"):
    st.markdown(FORMULAS)
