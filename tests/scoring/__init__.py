"""Tests of the scores: what they say, and how sure they are."""
