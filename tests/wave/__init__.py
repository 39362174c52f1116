"""What is collected in a wave."""
