"""The findings of a wave for all who watch it: computed once, in a process of their own, and kept for everybody."""
