"""People: the user model, and sign-in by session through allauth's headless API."""
