"""The desk at which a draft is defined: each change is kept at once and can be taken back."""
