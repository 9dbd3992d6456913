#!/bin/sh
# Makes the cluster at the first start, and becomes the server as the user postgres. Refuses to start without a password.
set -eu

refuse() {
    echo "postgres: $1" >&2
    exit 1
}

# Anything but the server is just run, `docker run --rm … psql --version`.
case ${1:-postgres} in
    postgres) [ "$#" -eq 0 ] || shift ;;
    -*) ;;
    *) exec "$@" ;;
esac

# Only the first start needs a password: the cluster keeps it.
is_new=$([ -s "$PGDATA/PG_VERSION" ] || echo yes)
if [ -n "$is_new" ]; then
    password=${POSTGRES_PASSWORD:-}
    if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
        [ -z "$password" ] || refuse 'POSTGRES_PASSWORD and POSTGRES_PASSWORD_FILE are both set: keep one of them.'
        [ -r "$POSTGRES_PASSWORD_FILE" ] || refuse "POSTGRES_PASSWORD_FILE names $POSTGRES_PASSWORD_FILE, which cannot be read."
        password=$(cat "$POSTGRES_PASSWORD_FILE")
    fi
    [ -n "$password" ] || [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ] ||
        refuse 'A new database needs a password: set POSTGRES_PASSWORD_FILE or POSTGRES_PASSWORD.'
fi

# A volume begins as root's, or as another image's user's.
mkdir -p "$PGDATA"
if [ "$(id -u)" = 0 ]; then
    chown postgres:postgres "$(dirname "$PGDATA")"
    chown -R postgres:postgres "$PGDATA"
    chmod 700 "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --clear-groups -- "$0" postgres "$@"
fi

# In a folder beside it first: what is stopped half-way is no cluster, and the next start begins again.
make_cluster() {
    user=${POSTGRES_USER:-postgres}
    database=${POSTGRES_DB:-$user}
    part=$PGDATA.part
    rm -rf "$part"
    # With `trust` there may be none, and the option would want one.
    set -- ${password:+--pwfile=/dev/stdin}
    printf '%s\n' "$password" |
        initdb --pgdata="$part" --username="$user" --encoding=UTF8 --auth=trust --set=listen_addresses='*' "$@"
    # From inside the container without a password, from elsewhere with one.
    echo "host all all all ${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$part/pg_hba.conf"
    if [ "$database" != postgres ]; then
        name=$(printf '%s' "$database" | sed 's/"/""/g')
        echo "CREATE DATABASE \"$name\"" | postgres --single -c exit_on_error=on -D "$part" postgres >/dev/null
    fi
    rmdir "$PGDATA"
    mv "$part" "$PGDATA"
}

[ -z "$is_new" ] || make_cluster
unset POSTGRES_PASSWORD
exec postgres "$@"
