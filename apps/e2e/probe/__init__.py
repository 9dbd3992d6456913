"""An application of the end-to-end suite's own: it shows what arrives behind Nginx.

It is mounted into the API's container by apps/e2e/support/compose.probe.yaml, runs under the product's
production settings and middleware, and is in no image. Nothing here may ever be reachable in a real
deployment.
"""
