"""What the room page draws: the remote of a round, its opening and sharing, trials and archived rounds."""
