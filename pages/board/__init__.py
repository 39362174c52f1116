"""What the results page draws: the choice of wave and group, and the parts of the results."""
