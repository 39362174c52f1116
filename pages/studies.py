"""My studies: what there is, a new one, one from an example, and imports."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.demo import examples, keep_demo
from jtbd_core.exchange.imported import keep_imported
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from jtbd_core.glossary import GLOSSARY
from jtbd_core.scale import ScaleName
from jtbd_core.scoring.results import people
from jtbd_core.study import Study, study_from_json, study_to_json
from jtbd_core.value import LONGEST_TEXT
from jtbd_core.wave import StudyRecord
from pages.components.refusal import do
from pages.components.shelves import draw_shelves, draw_ways_off
from pages.components.store import the_store
from pages.components.visitor import STUDY, sign_out, uses_login
from pages.components.words import escaped, plural

START = "studies-start"

SCALE_NAMES: dict[ScaleName, str] = {
    "satisfaction": "Satisfaction: how satisfied are you with it?",
    "expectation": "Expectation: does it fall short of, meet or exceed what you expect?",
}


def go_to(page: str, study_id: str) -> None:
    """Open a page of a study that was just made."""
    st.session_state.pop(START, None)
    st.switch_page(page, query_params={STUDY: study_id})


def keep(study: Study) -> None:
    """Keep a new draft and open it."""
    go_to("define.py", the_store().add_study(study).id)


def open_demo() -> None:
    """Make the demo study with its generated answers, its first round open, and show its results."""
    with st.spinner("Generating 240 respondents …"):
        record, _ = keep_demo(the_store())
    go_to("results.py", record.id)


def ask_new() -> None:
    """Ask for what a study cannot be without."""
    with st.form("new-study", border=False):
        job = st.text_input(
            "The job",
            placeholder="Send a package a long distance",
            help=GLOSSARY["job"],
        )
        title = st.text_input("Title of the study", placeholder="The job, if left empty")
        if st.form_submit_button("Create", type="primary"):
            if not job.strip():
                st.error("Say what the job is.")
                return
            do(lambda: keep(Study(title=title or job, job=job)))


def ask_example() -> None:
    """Let the facilitator start from a study file that comes with Headway."""
    found = examples()
    name = st.radio(
        "Examples", list(found), format_func=lambda one: escaped(found[one].title), label_visibility="collapsed"
    )
    if name is not None:
        chosen = found[name]
        st.caption(
            f"{plural(len(chosen.steps), 'job step')}, {plural(len(chosen.outcomes), 'outcome')}, "
            f"{plural(len(chosen.solutions), 'solution')}"
        )
        if st.button("Start from this example", type="primary"):
            do(keep, chosen)


def ask_earlier() -> None:
    """Let the facilitator start from a copy of an earlier study."""
    records = the_store().studies()
    if not records:
        st.info("There is no earlier study yet: start a new one, or from an example.", icon=":material/history:")
        return
    chosen = st.selectbox("Earlier study", records, format_func=lambda one: one.study.title)
    st.caption(
        f"{plural(len(chosen.study.steps), 'job step')}, {plural(len(chosen.study.outcomes), 'outcome')}. "
        "The copy is a draft of its own, without rounds and answers."
    )
    if st.button("Start from this study", type="primary"):
        # The note is about the answers of the earlier study.
        do(keep, replace(chosen.study, title=f"{chosen.study.title} (copy)"[:LONGEST_TEXT], note=""))


def ask_study_file() -> None:
    """Take a study file."""
    upload = st.file_uploader("Study file (JSON)", type="json")
    if upload is not None:
        try:
            study = study_from_json(upload.getvalue())
        except JtbdError as error:
            st.error(escaped(f"{upload.name}: {error}"))
            return
        st.success(f"“{escaped(study.title)}” with {plural(len(study.outcomes), 'outcome')}.")
        if st.button("Import", type="primary"):
            do(keep, study)


def ask_ratings_file() -> None:
    """Take a ratings file, say what is in it, and make it a study with a closed round."""
    st.write(
        "A CSV or Excel file with a row per respondent (columns `imp_…` and `sat_…` or `exp_…` for each outcome), or "
        "with a row per respondent and outcome (columns `respondent`, `outcome`, `importance`, `experience`)."
    )
    upload = st.file_uploader("Ratings file (CSV or Excel)", type=["csv", "xlsx"])
    if upload is None:
        return
    try:
        file = read_ratings(upload.getvalue())
    except JtbdError as error:
        st.error(escaped(f"{upload.name}: {error}"))
        return
    describe(file)
    with st.form("ratings-study", border=False):
        title = st.text_input("Title of the study", value=upload.name.rsplit(".", 1)[0])
        job = st.text_input("The job", placeholder="The title, if left empty", help=GLOSSARY["job"])
        scale = st.radio("What the experience columns hold", list(SCALE_NAMES), format_func=SCALE_NAMES.__getitem__)
        if st.form_submit_button("Import as a closed round", type="primary"):
            do(import_ratings, file, title, job, scale)


def describe(file: RatingsFile) -> None:
    """Say what a ratings file holds, and how many cells were no ratings."""
    raters = people(file.ratings)
    some = "" if raters == len(file.respondents) else f"; {raters:,} of them rated something"
    st.success(f"{plural(len(file.respondents), 'respondent')} × {plural(len(file.outcomes), 'outcome')}{some}")
    if file.out_of_range:
        st.warning(
            f"{plural(file.out_of_range, 'cell')} held a code outside 1–5. Such cells are kept as *does not apply*, "
            "never as ratings.",
            icon=":material/filter_alt:",
        )


def import_ratings(file: RatingsFile, title: str, job: str, scale: ScaleName | None) -> None:
    """Keep the file as a study with a closed round and show its results."""
    with st.spinner("Importing …"):
        record, _ = keep_imported(the_store(), file, title, job or title, scale or "satisfaction")
    go_to("results.py", record.id)


def draw_study(record: StudyRecord) -> None:
    """Draw one study with the ways to its pages."""
    waves = the_store().waves(record.id)
    rated = f" · {plural(the_store().progress(waves[0].id).rated, 'person', 'people')} rated" if waves else ""
    if len(waves) > 1:
        rated += f" in round {waves[0].number}"
    state = f"Round {waves[0].number} {waves[0].status}" if waves else "Draft"
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{escaped(record.study.title)}**", width="stretch")
            st.badge(state, color="green" if waves and waves[0].status == "open" else "gray")
        st.caption(
            f"{escaped(record.study.job)} · {plural(len(record.study.without_retired().outcomes), 'outcome')}{rated}"
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            for page, label in (("define.py", "Define"), ("room.py", "Room"), ("results.py", "Results")):
                st.page_link(page, label=label, query_params={STUDY: record.id}, width="content")
            with st.popover("More"):
                draw_more(record)


def draw_more(record: StudyRecord) -> None:
    """Offer what is rarely done to a study."""
    st.download_button(
        "Save as a study file",
        study_to_json(record.study),
        file_name="study.json",
        mime="application/json",
        key=f"file-{record.id}",
        icon=":material/download:",
    )
    draw_ways_off(record)


STARTS = {
    "New study": (":material/add:", ask_new),
    "From an example": (":material/library_books:", ask_example),
    "From an earlier study": (":material/history:", ask_earlier),
    "Import a study file": (":material/upload_file:", ask_study_file),
    "Import ratings": (":material/table_view:", ask_ratings_file),
}


def start(way: str | None) -> None:
    """Remember which way of starting a study is open."""
    st.session_state[START] = way


def draw_starts(is_first: bool) -> None:
    """Draw the ways to start a study, and the one that is open."""
    with st.container(horizontal=True):
        if st.button("Open the demo study", icon=":material/play_circle:", type="primary" if is_first else "secondary"):
            do(open_demo)
        for way, (icon, _) in STARTS.items():
            st.button(way, icon=icon, on_click=start, args=(way,))
    way = st.session_state.get(START)
    if way in STARTS:
        with st.container(border=True):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.subheader(way, anchor=False, width="stretch")
                st.button("Cancel", type="tertiary", icon=":material/close:", on_click=start, args=(None,))
            STARTS[way][1]()


records = the_store().studies()
if records:
    st.title("My studies", anchor=False, help=GLOSSARY["study"])
else:
    st.title("Welcome to Headway", anchor=False)
    st.write(
        "Define the job that your customers are trying to get done, let them rate its outcomes on their phones, "
        "and see where their progress falls short."
    )
draw_starts(is_first=not records)
for record in records:
    draw_study(record)
draw_shelves()
if uses_login():
    st.button("Sign out", type="tertiary", icon=":material/logout:", on_click=sign_out)
else:
    st.markdown(":small[[Sign out](/signout)]")
