"""What every domain inherits: errors, request context, logs."""
