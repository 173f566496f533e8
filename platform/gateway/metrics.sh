#!/bin/sh
# Writes what nginx and its certificate tell into a file that Prometheus reads.
set -eu
run=$WEBCHAT_GATEWAY_RUN
config=${WEBCHAT_GATEWAY_CONFIG:-/etc/nginx/nginx.conf}
expiry=$(date -u -d "$(openssl x509 -noout -enddate -in "$run/certificate.pem" | cut -d= -f2)" +%s)
status=$(curl -fsS --max-time 1 "${WEBCHAT_GATEWAY_STATUS:-http://127.0.0.1:8081/status}" 2>/dev/null || true)

lines() {
  cause=$1
  shift
  cat "$@" 2>/dev/null | grep -c "^$cause\$" || true
}

counted() {
  cat "$run/failures.$1" 2>/dev/null || echo 0
}

# nginx writes a line for each of its failures. What was put aside at an earlier look is complete, since nginx writes elsewhere by now.
if [ -e "$run/failures.aside" ]; then
  for cause in unavailable timeout; do
    echo $(($(counted "$cause") + $(lines "$cause" "$run/failures.aside"))) >"$run/failures.next"
    mv "$run/failures.next" "$run/failures.$cause"
  done
  rm "$run/failures.aside"
elif [ "$(cat "$run/failures" 2>/dev/null | wc -c)" -gt 65536 ]; then
  mv "$run/failures" "$run/failures.aside"
  nginx -s reopen -c "$config"
fi

{
  echo "# HELP webchat_gateway_errors_total Requests that the gateway answered itself with 503: nobody was there, or nobody in time."
  echo "# TYPE webchat_gateway_errors_total counter"
  for cause in unavailable timeout; do
    echo "webchat_gateway_errors_total{cause=\"$cause\"} $(($(counted "$cause") + $(lines "$cause" "$run/failures.aside" "$run/failures")))"
  done
  echo "# HELP webchat_gateway_certificate_expiry_seconds When the certificate that is served ends, in seconds since 1970."
  echo "# TYPE webchat_gateway_certificate_expiry_seconds gauge"
  echo "webchat_gateway_certificate_expiry_seconds $expiry"
  echo "# HELP webchat_gateway_instances Instances of a service that the gateway knows."
  echo "# TYPE webchat_gateway_instances gauge"
  awk '/^upstream/ { name = $2; count[name] = 0 } /^ *server/ && $2 !~ /^127\.0\.0\.1:1;/ { count[name]++ }
    END { for (name in count) print "webchat_gateway_instances{upstream=\"" name "\"} " count[name] }' "$run/upstreams.conf" | sort
  echo "$status" | awk '
    /^Active/ { print "# TYPE webchat_gateway_connections gauge\nwebchat_gateway_connections " $3 }
    NR == 3 { print "# TYPE webchat_gateway_requests_total counter\nwebchat_gateway_requests_total " $3 }'
} >"$run/metrics.next"
mv "$run/metrics.next" "$run/metrics"
