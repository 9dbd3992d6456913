"""A person's own notes."""
