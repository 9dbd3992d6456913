#!/bin/sh
# Creates the database cluster at the first start, then runs the server as the user postgres. Reads POSTGRES_USER, POSTGRES_DB and
# POSTGRES_PASSWORD_FILE or POSTGRES_PASSWORD, like the official image.
set -eu

# Run any other command unchanged: `docker run --rm … psql --version`.
case ${1:-postgres} in
    postgres) ;;
    *) exec "$@" ;;
esac

# A new volume belongs to root.
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown postgres:postgres "$(dirname "$PGDATA")"
    chown -R postgres:postgres "$PGDATA"
    chmod 700 "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --clear-groups -- "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    password=${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:-/dev/null}")}
    if [ -z "$password" ]; then
        echo 'postgres: a new database needs a password. Set POSTGRES_PASSWORD_FILE or POSTGRES_PASSWORD.' >&2
        exit 1
    fi
    # Create the cluster in a temporary folder, so that an interrupted first start begins again.
    part=$PGDATA.part
    user=${POSTGRES_USER:-postgres}
    rm -rf "$part"
    echo "$password" |
        initdb --pgdata="$part" --username="$user" --encoding=UTF8 --auth=trust --set=listen_addresses='*' --pwfile=/dev/stdin
    # Connections from outside the container need the password.
    echo 'host all all all scram-sha-256' >>"$part/pg_hba.conf"
    database=${POSTGRES_DB:-$user}
    [ "$database" = postgres ] ||
        echo "CREATE DATABASE \"$database\"" | postgres --single -c exit_on_error=on -D "$part" postgres >/dev/null
    rmdir "$PGDATA"
    mv "$part" "$PGDATA"
fi

unset POSTGRES_PASSWORD
exec "$@"
