# Stands in for the official node:24-slim.
FROM stand-in/debian:forky
# The suite decides the versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
CMD ["node"]
