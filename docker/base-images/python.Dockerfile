# Replaces python:3.14-slim. Unlike Debian, the official image has a `python` command and allows pip outside a virtual
# environment, so both are set up here.
FROM local/debian:forky
# The suite determines the package versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 python3-venv python3-pip \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb \
 && ln -s python3 /usr/bin/python \
 && rm -f /usr/lib/python3.*/EXTERNALLY-MANAGED
