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

# Reloads only what is valid, so that a mistake does not end the gateway.
watch() {
  while sleep "$interval"; do
    changed=no
    sh "$gateway/upstreams.sh" >"$run/upstreams.next"
    if ! cmp -s "$run/upstreams.next" "$run/upstreams.conf"; then
      cp "$run/upstreams.next" "$run/upstreams.conf"
      changed=yes
    fi
    sh "$gateway/certificate.sh" || changed=yes
    if [ "$changed" = yes ] && nginx -t -q -c "$config"; then
      nginx -s reload -c "$config" || true
    fi
    sh "$gateway/metrics.sh"
  done
}

watch &
exec nginx -c "$config" -g 'daemon off;'
