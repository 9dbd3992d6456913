# Stands in for the official postgres:18: data, first start, role, password and signal as that one's documentation says.
# Scripts in /docker-entrypoint-initdb.d are not read.
FROM stand-in/debian:forky
# The package would make a cluster of its own, which the first start makes here.
# The suite decides the versions.
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
EXPOSE 5432
# A fast shutdown: sessions end, and what they have committed is written.
STOPSIGNAL SIGINT
ENTRYPOINT ["entrypoint"]
CMD ["postgres"]
