# shellcheck shell=bash
# All tests and checks, and the formatters that put right what the checks find.

run_tests() {
  local part
  for part in "$@"; do
    case $part in java | web | system | containers) ;; *) fail_usage "unknown part of the tests: $part" test ;; esac
  done
  [ $# -gt 0 ] || set -- java web system
  find_jdk
  require_maven
  case " $* " in *" web "* | *" system "*) require_node ;; esac
  case " $* " in *" system "*) require_chromium ;; esac
  for part in "$@"; do
    heading "$part tests"
    "test_$part"
  done
  heading "all green: $*"
}

# The benchmark of the web app drives a browser, by what the web app's own tests do.
prepare_bench() {
  case " $* " in *" web "*) ;; *) return 0 ;; esac
  require_node
  require_chromium
  install_web_packages
}

# Two modules at a time: tests mostly wait.
test_java() {
  maven verify -T 2 -pl '!platform/system-tests'
}

test_web() {
  mkdir -p "$build_dir"
  install_web_packages
  (cd "$home/frontend" && npm run --silent check && npm test)
}

# A stack of its own: two of every service that shares work, other ports, data that nobody will miss, and an operator.
test_system() {
  build_all
  local offset data
  offset=$(run_java_in_subshell free-offset)
  data=$(mktemp -d "${TMPDIR:-/tmp}/webchat-test.XXXXXX")
  # shellcheck disable=SC2064
  trap "end_of_system_tests '$data'" EXIT
  OPERATORS=operator run_java_in_subshell up -d --instances push=2,command=2,projection=2 --data "$data" --port-offset "$offset"
  maven verify -pl platform/system-tests -am -Dwebchat.url="http://localhost:$((3000 + offset))" \
    -Dwebchat.data="$data" -Dwebchat.portOffset="$offset" -Dwebchat.launcher="$home/webchat"
  # Whether rules and dashboards ask for what a platform really measures.
  maven verify -pl platform/deployment -am -Dtest=LiveMetricsTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dwebchat.url="http://localhost:$((3000 + offset))" -Dwebchat.portOffset="$offset"
  (cd "$home/frontend" && WEBCHAT_URL="http://localhost:$((3000 + offset))" npm run --silent e2e)
  run_java_in_subshell down --data "$data"
  trap - EXIT
  rm -rf "$data"
}

# The production stack on a container engine: smoke runs through the gateway over TLS, then the history check while push-service
# grows from one instance to three and shrinks again. Builds the images; takes ten minutes and more, so it runs only if asked for.
test_containers() {
  if ! docker info >/dev/null 2>&1; then
    echo "skipped: no container engine answers (docker info)"
    return 0
  fi
  build_java
  local work port
  work=$(mktemp -d "${TMPDIR:-/tmp}/webchat-containers.XXXXXX")
  port=$((3000 + $(run_java_in_subshell free-offset)))
  containers_environment "$port" >"$work/env"
  # shellcheck disable=SC2064
  trap "end_of_containers '$work'" EXIT
  compose "$work" build -q
  compose "$work" up -d --wait
  # What the gateway signed itself is trusted by these clients, and by nobody else.
  openssl s_client -connect "localhost:$port" </dev/null 2>/dev/null | openssl x509 >"$work/gateway.pem"
  "$jdk/bin/keytool" -importcert -noprompt -alias gateway -file "$work/gateway.pem" -keystore "$work/trust.p12" -storepass changeit 2>/dev/null
  export JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore=$work/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
  run_java_in_subshell smoke --url "https://localhost:$port" --rate 10
  compose "$work" up -d --wait --scale command-service=2 --scale push-service=2
  run_java_in_subshell smoke --url "https://localhost:$port" --rate 10
  compose "$work" up -d --wait
  # shellcheck disable=SC2016
  printf '#!/usr/bin/env bash\ndocker compose %s up -d --no-recreate --wait --scale push-service="$1"\n' "$(compose_options "$work")" >"$work/scale"
  chmod +x "$work/scale"
  maven verify -pl platform/system-tests -am -Dtest=HistoryCheckTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dwebchat.url="https://localhost:$port" -Dwebchat.scale="$work/scale" -Dwebchat.messages=600
  unset JAVA_TOOL_OPTIONS
  trap - EXIT
  compose "$work" down -v
  rm -rf "$work"
}

# .env.example with placeholders for what it leaves empty: nothing is sent anywhere. Ports and images are other ones.
containers_environment() {
  local port=$1 secret
  secret=test-$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')
  sed -E "s#^(SLACK_WEBHOOK_URL|WEBHOOK_URL)=\$#\1=http://127.0.0.1:1/#
    s#^SMTP_URL=\$#SMTP_URL=smtp+insecure://127.0.0.1:25#
    s/^(JWT_SECRET|GRAFANA_PASSWORD|ALERT_EMAIL)=\$/\1=$secret/
    s/^WEBCHAT_HOST=.*/WEBCHAT_HOST=localhost/
    s#^CORS_ALLOWED_ORIGINS=.*#CORS_ALLOWED_ORIGINS=https://localhost:$port#
    s/^WEBCHAT_ADDRESS=.*/WEBCHAT_ADDRESS=127.0.0.1/
    s/^WEBCHAT_HTTPS_PORT=.*/WEBCHAT_HTTPS_PORT=$port/
    s/^WEBCHAT_HTTP_PORT=.*/WEBCHAT_HTTP_PORT=$((port + 100))/
    s/^GRAFANA_PORT=.*/GRAFANA_PORT=$((port + 8))/
    s/^WEBCHAT_VERSION=.*/WEBCHAT_VERSION=test/
    s#^DOCKER_SOCKET=.*#DOCKER_SOCKET=${DOCKER_SOCKET:-/var/run/docker.sock}#" "$home/.env.example"
}

# WEBCHAT_COMPOSE_OVERRIDE names a further compose file, such as platform/compose/build-host-network.yml.
compose_options() {
  printf -- "--project-name webchat-test --project-directory '%s' --env-file '%s/env' -f '%s/docker-compose.yml'" "$home" "$1" "$home"
  [ -z "${WEBCHAT_COMPOSE_OVERRIDE:-}" ] || printf " -f '%s'" "$WEBCHAT_COMPOSE_OVERRIDE"
}

compose() {
  local options
  options=$(compose_options "$1")
  shift
  eval "docker compose $options \"\$@\""
}

# Only reached when something failed.
end_of_containers() {
  compose "$1" ps -a || true
  mkdir -p "$build_dir"
  compose "$1" logs --no-color >"$build_dir/failed-containers.log" 2>&1 || true
  compose "$1" down -v || true
  rm -rf "$1"
  echo "What the containers logged is in $build_dir/failed-containers.log" >&2
}

# Only reached when something failed: stops the stack and keeps its log files.
end_of_system_tests() {
  local data=$1
  run_java_in_subshell down --data "$data" || true
  rm -rf "$build_dir/failed-test-logs"
  cp -R "$data/logs" "$build_dir/failed-test-logs" 2>/dev/null || true
  rm -rf "$data"
  echo "The log files of the tested platform are in $build_dir/failed-test-logs" >&2
}

run_java_in_subshell() {
  (run_java "$@")
}

run_checks() {
  find_jdk
  require_maven
  require_node
  mkdir -p "$build_dir"
  heading "services: format, nulls, bug patterns"
  maven -q test-compile
  heading "web app: format, linter, types"
  install_web_packages
  (cd "$home/frontend" && npm run --silent check)
  heading "all checks passed"
}

run_format() {
  find_jdk
  require_maven
  require_node
  mkdir -p "$build_dir"
  heading "services: Spotless"
  maven -q spotless:apply
  heading "web app: Prettier"
  install_web_packages
  (cd "$home/frontend" && npm run --silent format -- --log-level warn)
  heading "everything is formatted"
}

heading() {
  echo
  echo "==> $1"
}
