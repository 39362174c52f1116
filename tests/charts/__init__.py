"""Scores as charts."""
