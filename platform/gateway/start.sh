#!/bin/sh
# Starts nginx, and keeps what changes under it up to date: the instances behind it, its certificate, its metrics.
set -eu
gateway=${WEBCHAT_GATEWAY_SCRIPTS:-/gateway}
run=${WEBCHAT_GATEWAY_RUN:-/run/webchat}
config=${WEBCHAT_GATEWAY_CONFIG:-/etc/nginx/nginx.conf}
interval=${WEBCHAT_GATEWAY_INTERVAL:-2}
export WEBCHAT_GATEWAY_RUN="$run"

mkdir -p "$run"
sh "$gateway/certificate.sh"
sh "$gateway/upstreams.sh" >"$run/upstreams.conf"
sh "$gateway/metrics.sh"

# The port by which people reach this, which only its surroundings know.
case ${WEBCHAT_HTTPS_PORT:-443} in
  443) port= ;;
  *) port=:$WEBCHAT_HTTPS_PORT ;;
esac
echo "return 308 https://\$host$port\$request_uri;" >"$run/redirect.conf"
# nginx does not start if it is to listen there and the kernel has no IPv6.
if [ -e /proc/net/if_inet6 ]; then
  cp "$(dirname "$config")"/ipv6-*.conf "$run"
fi

# Looks for what has changed, and reloads only what is valid, so that a mistake does not end the gateway.
look() {
  changed=no
  sh "$gateway/upstreams.sh" >"$run/upstreams.next"
  # Of all services none has an address: it is the name server that is away, and those that were there are kept.
  if grep -q '^    server .*fail_timeout' "$run/upstreams.next" && ! cmp -s "$run/upstreams.next" "$run/upstreams.conf"; then
    cp "$run/upstreams.next" "$run/upstreams.conf"
    changed=yes
  fi
  sh "$gateway/certificate.sh" || changed=yes
  if [ "$changed" = yes ] && nginx -t -q -c "$config"; then
    nginx -s reload -c "$config"
  fi
  sh "$gateway/metrics.sh"
}

# A look that fails is followed by the next one, as long as nginx lives, which takes this shell's process over.
while sleep "$interval" && kill -0 $$ 2>/dev/null; do
  look || echo "the gateway's configuration could not be looked after, trying again" >&2
done &
exec nginx -c "$config" -g 'daemon off;'
