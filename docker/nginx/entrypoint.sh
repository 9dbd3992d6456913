#!/bin/sh
# Writes the parts of the configuration that the environment decides, then becomes Nginx. Refuses to start on a bad variable.
set -eu

: "${APP_MAX_BODY_BYTES:=10485760}"
: "${APP_REQUEST_TIMEOUT_SECONDS:=30}"
: "${APP_API_UPSTREAM:=api:8000}"
: "${APP_SIGN_INS_PER_MINUTE:=30}"
: "${APP_TRUSTED_PROXIES:=}"

refuse() {
    echo "web: $1" >&2
    exit 1
}

# Ten digits at most: a longer number overflows the shell's own arithmetic, and no limit is meant to be that large.
whole_number() {
    case $2 in
        '' | 0* | *[!0-9]* | ???????????*) refuse "$1 must be a whole number above 0, not '$2'." ;;
    esac
}

whole_number APP_MAX_BODY_BYTES "$APP_MAX_BODY_BYTES"
whole_number APP_REQUEST_TIMEOUT_SECONDS "$APP_REQUEST_TIMEOUT_SECONDS"
whole_number APP_SIGN_INS_PER_MINUTE "$APP_SIGN_INS_PER_MINUTE"

port=${APP_API_UPSTREAM##*:}
case ${APP_API_UPSTREAM%:*} in
    '' | "$APP_API_UPSTREAM" | *[!A-Za-z0-9.-]*) port='' ;;
esac
case $port in
    '' | 0* | *[!0-9]* | ??????*) refuse "APP_API_UPSTREAM must be a host and a port, such as api:8000, not '$APP_API_UPSTREAM'." ;;
esac
[ "$port" -le 65535 ] || refuse "APP_API_UPSTREAM has the port $port, but the highest is 65535."

octet='(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])'
ipv4="($octet\.){3}$octet(/([1-9]|[12][0-9]|3[0-2]))?"
groups='([0-9A-Fa-f]{1,4}:)*[0-9A-Fa-f]{1,4}'
ipv6="(($groups)?::($groups)?|([0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4})(/([1-9][0-9]?|1[01][0-9]|12[0-8]))?"
# `grep` reads lines, so the characters are judged first; no address has more than seven colons.
is_network() {
    case $1 in *[!0-9A-Fa-f:./]* | *:*:*:*:*:*:*:*:*) return 1 ;; esac
    echo "$1" | grep -Eqx "$ipv4|$ipv6"
}

# Each declared proxy is named twice: for its word about the client's address, and for its word about scheme and host.
NGINX_REAL_IP_SOURCES=''
NGINX_PROXY_NETWORKS=''
set -f
IFS=', '
for network in $APP_TRUSTED_PROXIES; do
    case $network in
        */0) refuse "APP_TRUSTED_PROXIES must not hold $network: everybody would be a proxy, and could claim any address." ;;
    esac
    is_network "$network" ||
        refuse "APP_TRUSTED_PROXIES must be addresses or networks, such as 10.0.0.7,192.168.0.0/16, not '$network'."
    NGINX_REAL_IP_SOURCES="$NGINX_REAL_IP_SOURCES set_real_ip_from $network;"
    NGINX_PROXY_NETWORKS="$NGINX_PROXY_NETWORKS $network 1;"
done
unset IFS
set +f

# Nginx asks name servers itself and wants IPv6 addresses in brackets.
NGINX_RESOLVERS=$(awk '$1 == "nameserver" { sub(/%.*/, "", $2); print ($2 ~ /:/) ? "[" $2 "]" : $2 }' /etc/resolv.conf | tr '\n' ' ')
[ -n "$NGINX_RESOLVERS" ] || refuse '/etc/resolv.conf names no name server, so the API could never be found.'

export APP_MAX_BODY_BYTES APP_REQUEST_TIMEOUT_SECONDS APP_SIGN_INS_PER_MINUTE APP_API_UPSTREAM
export NGINX_RESOLVERS NGINX_REAL_IP_SOURCES NGINX_PROXY_NETWORKS
mkdir -p /tmp/nginx
for template in /etc/nginx/templates/*.template; do
    # The explicit list keeps Nginx's own $variables. What is written lies elsewhere than what is read.
    # shellcheck disable=SC2016,SC2094
    envsubst '$APP_MAX_BODY_BYTES $APP_REQUEST_TIMEOUT_SECONDS $APP_SIGN_INS_PER_MINUTE $APP_API_UPSTREAM
        $NGINX_RESOLVERS $NGINX_REAL_IP_SOURCES $NGINX_PROXY_NETWORKS' \
        <"$template" >"/tmp/nginx/$(basename "$template" .template)"
done

# `-e`: the log that Nginx opens before it has read its configuration; the built-in one may be on the read-only root.
exec nginx -e stderr "$@"
