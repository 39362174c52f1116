"""The third look at a file of ratings: what will be kept of it, as a study of its own or a round of one."""

from typing import Any

import streamlit as st
from msgspec.structs import replace

from jtbd_core.errors import JtbdError
from jtbd_core.exchange.assignment import Assignment, assignment_to_json, fingerprint
from jtbd_core.exchange.dates import Period, period_of_days
from jtbd_core.exchange.file_import import Chosen, import_round, import_study
from jtbd_core.exchange.handover import keep_as_round, keep_as_study
from jtbd_core.exchange.imported import question_of
from jtbd_core.exchange.look import Kept, Look, missing_in
from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import StudyRecord
from jtbd_core.study.scale import ScaleName
from jtbd_core.wave.rounds import UNDATED
from pages.components.escape import escaped
from pages.components.my_store import editable, my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.upload import read_upload
from pages.shelf.earlier_import import ask_earlier_import
from pages.shelf.import_words import draw_words
from pages.shelf.running_import import running_import
from pages.shelf.start import leave_start

EXPERIENCE: dict[ScaleName, str] = {
    "satisfaction": "Satisfaction: how satisfied are you with it?",
    "expectation": "Expectation: does it fall short of, meet or exceed what you expect?",
}
NEW, FURTHER = "A new study", "A further round of a study"


def draw_kept(look: Look) -> None:
    """Draw how many people, outcomes and answers would be kept, what leads, and what is left out."""
    kept = look.kept
    if kept is None:
        return
    some = "" if kept.raters == kept.respondents else f"; {kept.raters:,} of them rated something"
    st.success(f"{plural(kept.respondents, 'respondent')} × {plural(len(kept.outcomes), 'outcome')}{some}")
    st.markdown("\n".join(f"- {one}" for one in _said(kept)))
    left_out = [escaped(note) for note in look.notes]
    if kept.passed_over:
        named = ", ".join(map(escaped, kept.passed_over))
        left_out.append(f"{plural(len(kept.passed_over), 'column')} passed over: {named}.")
    if left_out:
        st.warning("\n".join(f"- {note}" for note in left_out), icon=":material/filter_alt:")


def _said(kept: Kept) -> list[str]:
    """Return what would be kept, a phrase each."""
    reading = kept.reading
    scale = f"{kept.ratings:,} ratings; experience from {reading.experience} meets expectations from {reading.anchor}"
    if "expectation" in kept.points:
        scale = f"{kept.ratings:,} ratings; experience less expectation meets expectations from 0"
    if "importance" in kept.points:
        scale += f", importance from {reading.importance} is important from {reading.cut}"
    said = [escaped(scale.replace("-", "−"))]
    for heading, labels in kept.groups.items():
        more = f" and {len(labels) - 6} more" if len(labels) > 6 else ""
        said.append(f"{escaped(question_of(heading))}: {', '.join(map(escaped, labels[:6]))}{more}")
    if kept.remarks:
        said.append(plural(kept.remarks, "remark"))
    if kept.has_weights:
        said.append("a weight for each respondent")
    if kept.period:
        first, last = (moment.strftime("%-d %B %Y") for moment in kept.period)
        said.append(f"answered {first if first == last else f'{first} – {last}'}")
    else:
        said.append(UNDATED)
    if kept.leaders:
        leaders = "; ".join(f"{escaped(name)} ({value:.1f})" for name, value in kept.leaders)
        said.append(f"leading when scored: {leaders}")
    return said


def draw_target(upload: Any, look: Look) -> None:  # noqa: ANN401 - Streamlit's
    """Draw where the answers go, a new study or a round of one, and the import."""
    studies = editable(my_store().studies())
    is_new = ask_earlier_import(look.source)
    chosen = Chosen(look.assignment, None if look.kept and look.kept.period else ask_days())
    target = st.radio("Import as", [NEW, FURTHER] if studies else [NEW], horizontal=True, key="import-target")
    if target == FURTHER:
        _draw_round(upload, chosen, studies, is_new)
    else:
        _draw_study(upload, look, chosen, is_new)


def ask_days() -> Period | None:
    """Draw the days of the field work, for a file that does not tell them, and return them."""
    days = st.date_input(
        "First and last day of the field work, if you know them",
        (),
        key="import-days",
        help="The file has no dates. Results then say so, and are not taken for answers of today.",
    )
    return period_of_days(days[0], days[-1]) if isinstance(days, tuple) and days else None


def _draw_study(upload: Any, look: Look, chosen: Chosen, is_new: bool) -> None:  # noqa: ANN401 - Streamlit's
    words = {**look.assignment.outcomes, **draw_words(upload.file_id, look)}
    chosen = chosen._replace(assignment=replace(look.assignment, outcomes=words))
    with st.form("ratings-study", border=False):
        title = st.text_input("Title of the study", value=upload.name.rsplit(".", 1)[0])
        job = st.text_input("The job", placeholder="The title, if left empty", help=GLOSSARY["job"])
        scale: ScaleName | None = None
        if look.kept and "expectation" not in look.kept.points:
            asked = list(EXPERIENCE)
            known = asked.index(look.assignment.asks) if look.assignment.asks in asked else 0
            scale = st.radio("What the experience columns hold", asked, known, format_func=EXPERIENCE.__getitem__)
        is_asked = st.form_submit_button("Import as a closed round", type="primary", disabled=not is_new)
    if is_asked:
        do(_import_study, upload, chosen, title, job or title, scale)


def _draw_round(upload: Any, chosen: Chosen, studies: list[StudyRecord], is_new: bool) -> None:  # noqa: ANN401
    into = st.selectbox("Study", studies, format_func=lambda one: one.study.title, key="import-study")
    try:
        missing = read_upload(missing_in, upload, into.study, assignment=chosen.assignment)
    except JtbdError as error:
        st.error(escaped(str(error)), icon=":material/error:")
        return
    adds = False
    if missing:
        st.warning("The study does not have:\n" + "\n".join(f"- {escaped(one)}" for one in missing))
        adds = st.checkbox("Add this to the study; it is left out otherwise")
    if st.button("Import as a closed round", type="primary", disabled=not is_new):
        do(_import_round, upload, chosen, into.id, adds)


def _import_study(
    upload: Any,  # noqa: ANN401 - Streamlit's
    chosen: Chosen,
    title: str,
    job: str,
    scale: ScaleName | None,
) -> None:
    """Save the file as a study with a closed wave, and open its results."""
    running = running_import()
    scale = None if chosen.assignment.place("kind") is not None else scale
    make = running.job(import_study, upload.getvalue(), chosen, title, job, scale)
    record, _ = keep_as_study(my_store(), make, running.keeping)
    _remember(chosen.assignment)
    leave_start("results.py", record.id)


def _import_round(upload: Any, chosen: Chosen, study: str, adds: bool) -> None:  # noqa: ANN401 - Streamlit's
    """Save the file as the next round of a study, and open its results."""
    running = running_import()
    make = running.job(import_round, upload.getvalue(), chosen, adds)
    keep_as_round(my_store(), study, make, running.keeping)
    _remember(chosen.assignment)
    leave_start("results.py", study)


def _remember(assignment: Assignment) -> None:
    """Keep what the columns are for the next file with these headings."""
    my_store().keep_columns(fingerprint(assignment), assignment_to_json(assignment))
