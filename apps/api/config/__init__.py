"""What a deployment varies: settings, addresses, the WSGI entry point."""
