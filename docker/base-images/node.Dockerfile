# Stands in for the official node:24-slim.
FROM tandem-base/debian:forky
RUN apt-get update \
 && apt-get install -y nodejs npm \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb
CMD ["node"]
