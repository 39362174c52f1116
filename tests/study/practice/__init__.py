"""Exercises in telling statements of outcomes apart."""
