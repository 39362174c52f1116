"""Findings for all who watch, and the process that computes them."""
