# Replaces nginx/nginx-prometheus-exporter for docker/stack/compose.observability.yaml.
FROM local/debian:forky
# The suite determines the package versions.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends prometheus-nginx-exporter \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
USER 65534
ENTRYPOINT ["prometheus-nginx-exporter"]
