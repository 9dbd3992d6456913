# Replaces node:24-slim. Node and npm come from the npm registry, because Debian's Node is built without type stripping, which the
# build stage `compress` of the web image needs, and Debian's npm needs 400 other packages.
FROM local/debian:forky
# A folder in which build.ts has installed both.
# hadolint ignore=DL3022
COPY --from=packages node_modules /usr/local/lib/node_modules
RUN ln -s /usr/local/lib/node_modules/.bin/* /usr/local/bin/
