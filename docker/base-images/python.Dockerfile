# Stands in for the official python:3.14-slim. Debian's Python has no `python` name and refuses pip outside an
# environment; the official one has both, and a Dockerfile may rely on it.
FROM stand-in/debian:forky
# The suite decides the versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 python3-venv python3-pip \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb \
 && ln -s python3 /usr/bin/python \
 && rm -f /usr/lib/python3.*/EXTERNALLY-MANAGED
CMD ["python3"]
