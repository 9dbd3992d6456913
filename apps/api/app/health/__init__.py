"""What the process and its surroundings say about themselves."""
