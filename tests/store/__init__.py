"""The contract of the store, on each engine."""
