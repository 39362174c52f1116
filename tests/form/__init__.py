"""Tests of the respondent's form."""
