"""What the room page draws: the remote of a wave, its opening and sharing, trials and archived waves."""
