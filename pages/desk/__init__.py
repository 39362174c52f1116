"""The desk at which a draft is defined: each change is saved at once and can be undone."""
