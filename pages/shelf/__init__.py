"""What the page of all studies draws: each study, the ways to start one, the archive and the bin."""
