#!/bin/sh
# Prints an upstream for every service, with an entry for each address that its name has at the moment. Names and ports can be
# replaced (WEBCHAT_AUTH=host:port, …), several separated by spaces.
set -eu

upstream() {
  name=$1
  idle=$2
  shift 2
  echo "upstream $name {"
  echo "    zone $name 128k;"
  echo "    least_conn;"
  servers=$(
    for endpoint in "$@"; do
      getent ahostsv4 "${endpoint%:*}" | awk -v port="${endpoint##*:}" '{ print "    server " $1 ":" port " max_fails=1 fail_timeout=1s;" }'
    done | sort -u
  )
  # nginx refuses an upstream without servers; nobody listens at this one, so the answer is 503.
  echo "${servers:-    server 127.0.0.1:1;}"
  echo "    keepalive 64;"
  echo "    keepalive_timeout $idle;"
  echo "}"
}

# Idle connections end here before they do there, so that none is closed under a request.
# shellcheck disable=SC2086
{
  upstream auth 60s ${WEBCHAT_AUTH:-auth-service:8081}
  upstream command 60s ${WEBCHAT_COMMAND:-command-service:8082}
  upstream projection 60s ${WEBCHAT_PROJECTION:-projection-service:8083}
  upstream push 60s ${WEBCHAT_PUSH:-push-service:8084}
  upstream web 4s ${WEBCHAT_WEB:-frontend:3000}
}
