"""What the page of all studies draws: a card for each, the ways to start one, the archive and the bin."""
