#!/bin/sh
# Renders the configuration templates from environment variables, then runs Nginx. Exits with an error if a variable is invalid.
set -eu

: "${APP_MAX_BODY_BYTES:=10485760}"
: "${APP_REQUEST_TIMEOUT_SECONDS:=30}"
: "${APP_API_UPSTREAM:=api:8000}"
: "${APP_SIGN_INS_PER_MINUTE:=30}"
: "${APP_TRUSTED_PROXIES:=}"
: "${APP_TLS:=}"
: "${APP_METRICS:=}"
: "${APP_SENTRY_BROWSER_DSN:=}"
: "${APP_PUBLIC_URL:=}"

refuse() {
    echo "web: $1" >&2
    exit 1
}

# At most ten digits, because longer numbers overflow the shell's arithmetic.
whole_number() {
    case $2 in
        '' | 0* | *[!0-9]* | ???????????*) refuse "$1 must be a whole number above 0 with at most 10 digits, not '$2'." ;;
    esac
}

whole_number APP_MAX_BODY_BYTES "$APP_MAX_BODY_BYTES"
whole_number APP_REQUEST_TIMEOUT_SECONDS "$APP_REQUEST_TIMEOUT_SECONDS"
whole_number APP_SIGN_INS_PER_MINUTE "$APP_SIGN_INS_PER_MINUTE"

port=${APP_API_UPSTREAM##*:}
case ${APP_API_UPSTREAM%:*} in
    '['*[!0-9A-Fa-f:.]*']') port='' ;;
    '['*:*']') ;;
    '' | "$APP_API_UPSTREAM" | *[!A-Za-z0-9._-]*) port='' ;;
esac
case $port in
    '' | 0* | *[!0-9]* | ??????*) refuse "APP_API_UPSTREAM must be a host and a port, such as api:8000, not '$APP_API_UPSTREAM'." ;;
esac
[ "$port" -le 65535 ] || refuse "APP_API_UPSTREAM has the port $port, but the highest port is 65535."

octet='(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])'
ipv4="($octet\.){3}$octet(/([1-9]|[12][0-9]|3[0-2]))?"
groups='([0-9A-Fa-f]{1,4}:)*[0-9A-Fa-f]{1,4}'
ipv6="(($groups)?::($groups)?|([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4})(/([1-9][0-9]?|1[01][0-9]|12[0-8]))?"
# `grep` matches line by line, so check the characters first. An address has at most seven colons.
is_network() {
    case $1 in *[!0-9A-Fa-f:./]* | *:*:*:*:*:*:*:*:*) return 1 ;; esac
    echo "$1" | grep -Eqx "$ipv4|$ipv6"
}

# Every trusted proxy is needed twice: in the directives for the client's address, and in the map for scheme and host.
NGINX_REAL_IP_SOURCES=''
NGINX_PROXY_NETWORKS=''
set -f
IFS=', '
for network in $APP_TRUSTED_PROXIES; do
    case $network in
        */0) refuse "APP_TRUSTED_PROXIES must not contain $network, because every client could then claim any address." ;;
    esac
    is_network "$network" ||
        refuse "APP_TRUSTED_PROXIES must contain addresses or networks, such as 10.0.0.7,192.168.0.0/16, not '$network'."
    NGINX_REAL_IP_SOURCES="$NGINX_REAL_IP_SOURCES set_real_ip_from $network;"
    NGINX_PROXY_NETWORKS="$NGINX_PROXY_NETWORKS $network 1;"
done
unset IFS
set +f

case $APP_METRICS in '' | on) ;; *) refuse "APP_METRICS must be on or empty, not '$APP_METRICS'." ;; esac

# The app reads the DSN from /config.json, and the Content-Security-Policy allows its origin.
NGINX_SENTRY_ORIGIN=''
config='{}'
if [ -n "$APP_SENTRY_BROWSER_DSN" ]; then
    case $APP_SENTRY_BROWSER_DSN in
        *[!A-Za-z0-9.:/@_-]*) ;;
        *) NGINX_SENTRY_ORIGIN=$(echo "$APP_SENTRY_BROWSER_DSN" |
            sed -En 's#^(https?://)[A-Za-z0-9]+@([A-Za-z0-9.-]+(:[1-9][0-9]{0,4})?)(/[A-Za-z0-9._-]+)*/[0-9]+$# \1\2#p') ;;
    esac
    [ -n "$NGINX_SENTRY_ORIGIN" ] || refuse 'APP_SENTRY_BROWSER_DSN must be a DSN like https://KEY@sentry.example/1.'
    config="{\"sentryDsn\":\"$APP_SENTRY_BROWSER_DSN\"}"
fi

# TLS. The certificate belongs to the host of the public URL, and plain HTTP is redirected to it.
NGINX_ORIGIN=${APP_PUBLIC_URL%/}
NGINX_HTTPS_PORT=443
case $APP_TLS in
    '') ;;
    acme | files | self-signed)
        case $APP_PUBLIC_URL in
            *[!A-Za-z0-9.:/-]*) host='' ;;
            *) host=$(echo "$NGINX_ORIGIN" | sed -En 's#^https://([A-Za-z0-9.-]+)(:[1-9][0-9]{0,4})?$#\1#p') ;;
        esac
        [ -n "$host" ] ||
            refuse "APP_PUBLIC_URL must be an address like https://app.example if APP_TLS is set, not '$APP_PUBLIC_URL'."
        case ${NGINX_ORIGIN#https://} in *:*) NGINX_HTTPS_PORT=${NGINX_ORIGIN##*:} ;; esac
        ;;
    *) refuse "APP_TLS must be acme, files, self-signed or empty, not '$APP_TLS'." ;;
esac

# The certificate chain and the key of the deployment. `files` has them in the mounted folder, certbot in a subfolder.
given=/certificates
[ "$APP_TLS" != acme ] || given=/certificates/live/app
# Nginx uses copies, so that it never reads a file that is being replaced.
used=/tmp/nginx

# Print what is wrong with the files in $given, if anything.
certificate_problem() {
    for name in fullchain.pem privkey.pem; do
        [ -r "$given/$name" ] || { echo "$name is missing or not readable for user $(id -u)" && return; }
    done
    certified=$(openssl x509 -noout -pubkey -in "$given/fullchain.pem" 2>/dev/null) ||
        { echo 'fullchain.pem contains no certificate' && return; }
    public=$(openssl pkey -pubout -passin pass: -in "$given/privkey.pem" 2>/dev/null) ||
        { echo 'privkey.pem contains no key, or needs a passphrase' && return; }
    [ "$certified" = "$public" ] || echo 'the key in privkey.pem does not belong to the certificate in fullchain.pem'
}

copy_certificate() {
    (umask 077 && cp "$given/fullchain.pem" "$given/privkey.pem" "$used/")
}

create_certificate() {
    name=DNS:$host
    ! is_network "$host" || name=IP:$host
    (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj /CN=self-signed \
        -addext "subjectAltName=$name" -keyout "$used/privkey.pem" -out "$used/fullchain.pem" 2>/dev/null)
}

# Reload Nginx when the certificate has been renewed.
watch_certificate() {
    while sleep 2; do
        cmp -s "$given/fullchain.pem" "$used/fullchain.pem" && continue
        # certbot replaces one file after the other.
        [ -z "$(certificate_problem)" ] || continue
        # Without the copy, the next round tries again.
        { copy_certificate && nginx -e stderr -s reload; } || rm -f "$used/fullchain.pem"
    done
}

start_tls() {
    problem=$(certificate_problem)
    case $APP_TLS in
        self-signed) create_certificate ;;
        # Until certbot has a certificate, a temporary one.
        acme) if [ -n "$problem" ]; then create_certificate; else copy_certificate; fi ;;
        files)
            [ -z "$problem" ] ||
                refuse "APP_TLS_FILES must be a folder with fullchain.pem and privkey.pem, but $problem."
            copy_certificate
            ;;
    esac
    # Only one process watches: not `entrypoint.sh -t`.
    if [ "$APP_TLS" != self-signed ] && [ $# = 0 ]; then watch_certificate & fi
}

# Nginx does not read /etc/resolv.conf. It requires brackets around IPv6 addresses.
NGINX_RESOLVERS=$(awk '$1 == "nameserver" { sub(/%.*/, "", $2); print ($2 ~ /:/) ? "[" $2 "]" : $2 }' /etc/resolv.conf | tr '\n' ' ')
[ -n "$NGINX_RESOLVERS" ] || refuse '/etc/resolv.conf contains no name server. Nginx needs one to resolve APP_API_UPSTREAM.'

# The same port over IPv6 too, if the container has it. The file is empty if IPv6 is disabled, and missing if the kernel has no IPv6.
# On a shared socket, 192.0.2.7 would become ::ffff:192.0.2.7.
listen() {
    echo "listen $1;"
    ! grep -qs . /proc/net/if_inet6 || echo "listen [::]:$1;"
}
NGINX_LISTEN_HTTP=$(listen 8080)
NGINX_LISTEN_METRICS=$(listen 8081)
NGINX_LISTEN=$NGINX_LISTEN_HTTP
# With `reuseport`, the kernel sends all UDP packets of a client to the same worker.
[ -z "$APP_TLS" ] || NGINX_LISTEN="$(listen '8443 ssl') $(listen '8443 quic reuseport')"
# Without a global address (scope 00), IPv6 addresses of the upstream are unreachable, and each would cause a 502.
grep -Eqs '^[0-9a-f]+ [0-9a-f]+ [0-9a-f]+ 00 ' /proc/net/if_inet6 || NGINX_RESOLVERS="$NGINX_RESOLVERS ipv6=off"

mkdir -p /tmp/nginx/public
echo "$config" >/tmp/nginx/public/config.json
if [ -n "$APP_TLS" ]; then start_tls "$@"; fi

export APP_MAX_BODY_BYTES APP_REQUEST_TIMEOUT_SECONDS APP_SIGN_INS_PER_MINUTE APP_API_UPSTREAM
export NGINX_LISTEN NGINX_LISTEN_HTTP NGINX_LISTEN_METRICS NGINX_RESOLVERS NGINX_REAL_IP_SOURCES NGINX_PROXY_NETWORKS NGINX_ORIGIN NGINX_HTTPS_PORT
export NGINX_SENTRY_ORIGIN
for template in /etc/nginx/templates/*.template; do
    # The list of variables keeps envsubst from replacing Nginx's variables.
    # shellcheck disable=SC2016,SC2094
    envsubst '$APP_MAX_BODY_BYTES $APP_REQUEST_TIMEOUT_SECONDS $APP_SIGN_INS_PER_MINUTE $APP_API_UPSTREAM $NGINX_LISTEN
        $NGINX_LISTEN_HTTP $NGINX_LISTEN_METRICS $NGINX_RESOLVERS $NGINX_REAL_IP_SOURCES $NGINX_PROXY_NETWORKS $NGINX_ORIGIN $NGINX_HTTPS_PORT
        $NGINX_SENTRY_ORIGIN' \
        <"$template" >"/tmp/nginx/$(basename "$template" .template)"
done
[ -n "$APP_TLS" ] || : >/tmp/nginx/tls.conf
[ -n "$APP_METRICS" ] || : >/tmp/nginx/metrics.conf

# `-e` replaces the built-in error log file, which Nginx would open on the read-only root.
exec nginx -e stderr "$@"
