"""Streamlit components that two or more pages draw."""
