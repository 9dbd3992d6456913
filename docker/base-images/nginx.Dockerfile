# Replaces nginx:1.30, with the same programs at the same paths. The user, the modules and conf.d are Debian's, so the web image
# must not depend on them.
FROM local/debian:forky
# The suite determines the package versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx gettext-base curl \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
