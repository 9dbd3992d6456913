# Replaces certbot/certbot for docker/stack/compose.tls.yaml.
FROM local/debian:forky
# The suite determines the package versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends certbot \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
ENTRYPOINT ["certbot"]
