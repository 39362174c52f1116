"""Findings shared by all viewers, and the worker process that computes them."""
