#!/bin/sh
# Renders the configuration templates from environment variables, then runs Nginx. Exits with an error if a variable is invalid.
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

# Nginx does not read /etc/resolv.conf. It requires brackets around IPv6 addresses.
NGINX_RESOLVERS=$(awk '$1 == "nameserver" { sub(/%.*/, "", $2); print ($2 ~ /:/) ? "[" $2 "]" : $2 }' /etc/resolv.conf | tr '\n' ' ')
[ -n "$NGINX_RESOLVERS" ] || refuse '/etc/resolv.conf contains no name server. Nginx needs one to resolve APP_API_UPSTREAM.'

# The IPv6 addresses of the container. The file is empty if IPv6 is disabled, and missing if the kernel has no IPv6.
NGINX_LISTEN_IPV6=''
if grep -qs . /proc/net/if_inet6; then NGINX_LISTEN_IPV6='listen [::]:8080;'; fi
# Without a global address (scope 00), IPv6 addresses of the upstream are unreachable, and each would cause a 502.
grep -Eqs '^[0-9a-f]+ [0-9a-f]+ [0-9a-f]+ 00 ' /proc/net/if_inet6 || NGINX_RESOLVERS="$NGINX_RESOLVERS ipv6=off"

export APP_MAX_BODY_BYTES APP_REQUEST_TIMEOUT_SECONDS APP_SIGN_INS_PER_MINUTE APP_API_UPSTREAM
export NGINX_LISTEN_IPV6 NGINX_RESOLVERS NGINX_REAL_IP_SOURCES NGINX_PROXY_NETWORKS
mkdir -p /tmp/nginx
for template in /etc/nginx/templates/*.template; do
    # The list of variables keeps envsubst from replacing Nginx's variables.
    # shellcheck disable=SC2016,SC2094
    envsubst '$APP_MAX_BODY_BYTES $APP_REQUEST_TIMEOUT_SECONDS $APP_SIGN_INS_PER_MINUTE $APP_API_UPSTREAM
        $NGINX_LISTEN_IPV6 $NGINX_RESOLVERS $NGINX_REAL_IP_SOURCES $NGINX_PROXY_NETWORKS' \
        <"$template" >"/tmp/nginx/$(basename "$template" .template)"
done

# `-e` replaces the built-in error log file, which Nginx would open on the read-only root.
exec nginx -e stderr "$@"
