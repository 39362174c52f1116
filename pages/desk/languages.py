"""The languages of a study: its own, the texts not translated yet, and the translations."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.form import LANGUAGES, own_name
from jtbd_core.study import Study, translation
from pages.components.escape import escaped
from pages.components.plural import plural
from pages.desk.fields import bound, prose_field, text_field

INTO = "translate-into"
PARTS = {"title": "Title", "job": "Job", "purpose": "Purpose"}
"""Labels before texts that can be equal: title and job often are."""


def draw_languages(study: Study) -> None:
    """Draw the study's language, the texts missing in each translation, and the fields of one translation."""
    codes = sorted({*LANGUAGES, study.language, *study.translations}, key=own_name)
    st.selectbox(
        "Written in",
        codes,
        format_func=own_name,
        **bound("field-language", study.language, "the language", lambda old, code: replace(old, language=code)),
    )
    words = translation.texts(study)
    for code, names in translation.missing(study).items():
        if names:
            with st.expander(f"{own_name(code)}: {plural(len(names), 'text')} of {len(words)} missing"):
                st.caption("Respondents are offered a language once it has every statement.")
                st.markdown("\n".join(f"- {escaped(words[name])}" for name in names))
    language = st.selectbox("Translate into", [c for c in codes if c != study.language], format_func=own_name, key=INTO)
    for name, text in words.items():
        draw_text(study, language, name, text)


def draw_text(study: Study, language: str, name: str, text: str) -> None:
    """Draw one text of the study and the field for its translation."""
    field = {
        "key": f"field-{language}-{name}",
        "value": study.translations.get(language, {}).get(name, ""),
        "what": f"“{text}” in {own_name(language)}",
        "edit": lambda old, said: translation.with_translation(old, language, name, said),
    }
    with st.container(gap=None):
        label = f"{PARTS[name]}: {text}" if name in PARTS else text
        st.markdown(f":small[{escaped(label)}]")
        draw = prose_field if name == "purpose" else text_field
        draw(label, label_visibility="collapsed", placeholder=own_name(language), **field)
