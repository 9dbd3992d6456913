"""The end-to-end suite's own Django application, which shows what arrives behind Nginx.

apps/e2e/support/compose.probe.yaml mounts it into the API's container, where it runs with the product's
production settings and middleware. It is in no image and must never be reachable in a real deployment.
"""
