"""The product: one package per domain, and `common` for shared code."""
