"""Phones, told from other devices by the browser's User-Agent."""

import streamlit as st


def is_phone() -> bool:
    """Whether the page is read on a phone, as far as its browser says."""
    return "Mobi" in st.context.headers.get("User-Agent", "")
