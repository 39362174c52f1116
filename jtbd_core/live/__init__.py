"""The findings of a wave: computed once, in a worker process, and cached for all viewers."""
