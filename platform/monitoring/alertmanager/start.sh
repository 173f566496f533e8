#!/bin/sh
# Fills the template in from the environment and starts Alertmanager. `start.sh render` only prints the configuration.
#
# SMTP_URL is smtp://user:password@host:587, with percent-encoding where user or password need it; smtp+insecure:// does without
# STARTTLS, for a mail server on the same machine.
set -eu
umask 077
here=$(cd "$(dirname "$0")" && pwd)

decode() {
  printf '%s' "$1" | awk 'BEGIN { hex = "0123456789abcdef" } {
    out = ""
    while (match($0, /%[0-9A-Fa-f][0-9A-Fa-f]/)) {
      code = tolower(substr($0, RSTART + 1, 2))
      out = out substr($0, 1, RSTART - 1) sprintf("%c", (index(hex, substr(code, 1, 1)) - 1) * 16 + index(hex, substr(code, 2, 1)) - 1)
      $0 = substr($0, RSTART + 3)
    }
    print out $0 }'
}

case $SMTP_URL in
  smtp://*) SMTP_TLS=true ;;
  smtp+insecure://*) SMTP_TLS=false ;;
  *) echo "SMTP_URL: expected smtp://… or smtp+insecure://…" >&2; exit 1 ;;
esac
rest=${SMTP_URL#*://}
rest=${rest%/}
SMTP_USER="" SMTP_PASSWORD=""
case $rest in
  *@*)
    login=${rest%@*}
    SMTP_USER=$(decode "${login%%:*}")
    case $login in *:*) SMTP_PASSWORD=$(decode "${login#*:}") ;; esac
    ;;
esac
SMTP_HOST=${rest##*@}
case $SMTP_HOST in *:*) ;; *) SMTP_HOST=$SMTP_HOST:587 ;; esac
ALERT_FROM=${ALERT_FROM:-alertmanager@$WEBCHAT_HOST}
export SMTP_TLS SMTP_USER SMTP_PASSWORD SMTP_HOST ALERT_FROM

# Every value becomes a single-quoted YAML string, whatever is in it.
render() {
  awk '{
    while (match($0, /\$\{[A-Z_]+\}/)) {
      name = substr($0, RSTART + 2, RLENGTH - 3)
      value = ENVIRON[name]
      gsub(/\047/, "\047\047", value)
      printf "%s", substr($0, 1, RSTART - 1) (name == "SMTP_TLS" ? value : "\047" value "\047")
      $0 = substr($0, RSTART + RLENGTH)
    }
    print }' "$here/alertmanager.yml" | sed '/^#/d'
}

if [ "${1:-}" = render ]; then
  render
  exit
fi
render >/tmp/alertmanager.yml
exec /bin/alertmanager --config.file=/tmp/alertmanager.yml --storage.path=/alertmanager --cluster.listen-address= "$@"
