#!/bin/sh
# Puts the certificate where nginx looks for it: certbot's, or else a self-signed one, with which the gateway can start and
# answer certbot's first challenge. That one is made anew a week before it expires. Exit code 1: it has changed.
set -eu
run=$WEBCHAT_GATEWAY_RUN
live=${WEBCHAT_CERTIFICATES:-/etc/letsencrypt/live}/${WEBCHAT_HOST:-localhost}

if [ -r "$live/fullchain.pem" ] && [ -r "$live/privkey.pem" ]; then
  if ! cmp -s "$live/fullchain.pem" "$run/certificate.pem" || ! cmp -s "$live/privkey.pem" "$run/key.pem"; then
    first=no
    [ -e "$run/certificate.pem" ] || first=yes
    umask 077
    cp "$live/privkey.pem" "$run/key.pem"
    cp "$live/fullchain.pem" "$run/certificate.pem"
    [ "$first" = yes ] || exit 1
  fi
elif ! openssl x509 -in "$run/certificate.pem" -noout -checkend 604800 >/dev/null 2>&1; then
  first=no
  [ -e "$run/certificate.pem" ] || first=yes
  echo "no certificate in $live: using a self-signed one" >&2
  umask 077
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=${WEBCHAT_HOST:-localhost}" \
    -addext "subjectAltName=DNS:${WEBCHAT_HOST:-localhost}" -keyout "$run/key.pem" -out "$run/certificate.pem" 2>/dev/null
  [ "$first" = yes ] || exit 1
fi
