"""The product: one package a domain, and `common` for what every domain inherits."""

__version__ = "0.1.0"
