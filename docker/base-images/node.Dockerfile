# Replaces node:24-slim. Node and npm come from the npm registry, because Debian's Node is built without type stripping, which the
# build stage `compress` of the web image needs. Debian's npm is only used to install them.
FROM local/debian:forky
# The suite determines the package versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends npm \
 && npm install --global --no-audit --no-fund "node-linux-$(node -p process.arch)@24" npm@11 \
 && apt-get purge -y --autoremove npm \
 && rm -rf /root/.npm /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
