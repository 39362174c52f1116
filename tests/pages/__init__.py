"""Pages, each over a real store."""
