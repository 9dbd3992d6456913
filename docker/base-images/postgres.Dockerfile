# Replaces postgres:18 for this stack: same data folder, user, database, password file and stop signal. Scripts in
# /docker-entrypoint-initdb.d are not run.
FROM local/debian:forky
# Without this setting, the Debian package creates a cluster during installation.
# The suite determines the package versions.
# hadolint ignore=DL3008
RUN mkdir -p /etc/postgresql-common/createcluster.d \
 && echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/none.conf \
 && apt-get update \
 && apt-get install -y --no-install-recommends locales postgresql-18 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb \
 && localedef --inputfile en_US --charmap UTF-8 en_US.UTF-8 \
 && install -d -o postgres -g postgres -m 3777 /var/run/postgresql
ENV LANG=en_US.UTF-8 \
    PATH=/usr/lib/postgresql/18/bin:$PATH \
    PGDATA=/var/lib/postgresql/18/docker
COPY --chmod=755 postgres.entrypoint.sh /usr/local/bin/entrypoint
VOLUME /var/lib/postgresql
# Fast shutdown: disconnects clients and writes a checkpoint.
STOPSIGNAL SIGINT
ENTRYPOINT ["entrypoint"]
CMD ["postgres"]
