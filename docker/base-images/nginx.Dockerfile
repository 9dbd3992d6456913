# Stands in for the official nginx:1.30: the same programs at the same paths. User, modules and conf.d are Debian's, so
# our own image must not depend on them.
FROM stand-in/debian:forky
# The suite decides the versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx gettext-base curl \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]
