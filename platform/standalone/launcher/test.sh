# shellcheck shell=bash
# All tests and checks, and the formatters that put right what the checks find.

run_tests() {
  local part beside="" others="" failed=""
  for part in "$@"; do
    case $part in java | web | system | containers) ;; *) fail_usage "unknown part of the tests: $part" test ;; esac
  done
  [ $# -gt 0 ] || set -- java web system
  all_parts=$*
  find_jdk
  require_maven
  case " $* " in *" web "* | *" system "*) require_node ;; esac
  case " $* " in *" system "*) require_chromium ;; esac
  for part in "$@"; do
    case $part in java | web) beside="$beside $part" ;; *) others="$others $part" ;; esac
  done
  trap stop_parts EXIT
  mkdir -p "$build_dir"
  rm -f "$build_dir/failed-tests"
  # Tests of Java mostly wait, which leaves room for those of the web app. Whatever needs a platform has the machine for itself.
  # shellcheck disable=SC2086
  [ -z "$beside" ] || run_parts $beside
  failed=${failed_parts:-}
  for part in $others; do
    run_parts "$part"
    failed="$failed$failed_parts"
  done
  trap - EXIT
  if [ -n "$failed" ]; then
    cat "$build_dir/failed-tests" >&2 2>/dev/null || true
    fail "failed tests:$failed"
  fi
  heading "all green: $*"
}

# Runs parts beside each other, each of them the function test_PART in a shell and process group of its own, and returns when
# all have ended, whichever fails; `failed_parts` are those that did. Of several, what each prints is in a file, and printed
# whole when the part has ended, so that nobody has to read two at once. Who stops this shell stops them all, by `stop_parts`.
# Not to be called where a failure is expected (`if`, `||`): there, parts would go on after one.
run_parts() {
  local part seconds=0
  running_parts=""
  failed_parts=""
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  mkdir -p "$build_dir"
  if [ $# -gt 1 ]; then
    heading "beside each other: $* (what they print is in $build_dir/test-PART.log meanwhile)"
  fi
  for part in "$@"; do
    if [ $# -gt 1 ]; then
      start_part "$part" >"$build_dir/test-$part.log" 2>&1
    else
      heading "$part tests"
      start_part "$part"
    fi
  done
  while [ -n "$running_parts" ]; do
    sleep 1
    seconds=$((seconds + 1))
    for part in $running_parts; do
      kill -0 "${part#*:}" 2>/dev/null || end_part "$part" $#
    done
    [ $# -eq 1 ] || [ $((seconds % 60)) -ne 0 ] || [ -z "$running_parts" ] \
      || echo "  ... still running after $((seconds / 60)) min:$(echo "$running_parts" | sed 's/:[0-9]*//g')"
  done
  trap - HUP INT TERM
}

# In a process group of its own a part can be stopped with all that it has started, and Ctrl-C is not ignored.
start_part() {
  set -m
  (
    set +m
    running_parts=""
    "test_$1"
  ) </dev/null &
  set +m
  running_parts="$running_parts $1:$!"
}

end_part() {
  local part=${1%:*} pid=${1#*:} code=0 rest="" other
  wait "$pid" || code=$?
  for other in $running_parts; do
    [ "$other" = "$1" ] || rest="$rest $other"
  done
  running_parts=$rest
  if [ "$2" -gt 1 ]; then
    heading "$part tests"
    cat "$build_dir/test-$part.log"
  fi
  if [ "$code" -ne 0 ]; then
    failed_parts="$failed_parts $part"
    [ "$2" -eq 1 ] || name_failures "$part" >>"$build_dir/failed-tests"
    echo "webchat: the $part tests have failed ($code)" >&2
  fi
}

# Which tests of a part have failed, in the words of its log's own summaries (Surefire, Vitest, Playwright): they are told again
# at the very end, far below what the log says of them.
name_failures() {
  heading "failed: $1"
  sed "s/$(printf '\033')\[[0-9;]*m//g" "$build_dir/test-$1.log" \
    | grep -E '^\[ERROR\] +[A-Z][A-Za-z]*[.:>]|^\[ERROR\] (/|Failed to execute)|^ FAIL |^ +\[[a-z]+\] › |^ +[0-9]+ (failed|flaky|interrupted)' \
    | cut -c 1-300 | awk '!seen[$0]++' | head -n 60 || true
}

# Those that run when this shell is stopped; returns when they have cleared up.
stop_parts() {
  local part
  for part in ${running_parts:-}; do
    kill -TERM -- "-${part#*:}" 2>/dev/null || true
  done
  for part in ${running_parts:-}; do
    wait "${part#*:}" 2>/dev/null || true
  done
  running_parts=""
}

# The benchmark of the web app drives a browser, by what the web app's own tests do.
prepare_bench() {
  case " $* " in *" web "*) ;; *) return 0 ;; esac
  require_node
  require_chromium
  install_web_packages
}

# Three modules at a time: tests mostly wait.
test_java() {
  maven verify -T 3 -pl '!platform/system-tests'
  ! needs_platform || build_java
}

test_web() {
  mkdir -p "$build_dir"
  install_web_packages
  (cd "$home/frontend" && npm run --silent check && npm test)
  ! needs_platform || build_web
}

# Whether a platform will be built, for which there is room beside what runs now, and none later.
needs_platform() {
  case " $all_parts " in *" system "*) return 0 ;; *) return 1 ;; esac
}

# A stack of its own: two of every service that shares work, other ports, data that nobody will miss, and an operator.
test_system() {
  build_all
  local offset data url failed
  # The stacks of tests live for minutes: what the optimising compiler costs does not come back.
  export WEBCHAT_JAVA_OPTIONS=${WEBCHAT_JAVA_OPTIONS:--XX:TieredStopAtLevel=1}
  offset=$(run_java_in_subshell free-offset)
  data=$(mktemp -d "${TMPDIR:-/tmp}/webchat-test.XXXXXX")
  url=http://localhost:$((3000 + offset))
  # shellcheck disable=SC2064
  trap "end_of_system_tests '$data'" EXIT
  OPERATORS=operator WEBCHAT_CLASS_CACHES=off \
    run_java_in_subshell up -d --instances push=2,command=2,projection=2 --data "$data" --port-offset "$offset"
  run_parts journeys browsers
  failed=$failed_parts
  # Whoever starts and kills processes comes when nobody else is there.
  run_parts faults
  [ -z "$failed$failed_parts" ] || exit 1
  run_java_in_subshell down --data "$data"
  trap - EXIT
  rm -rf "$data"
}

# Of the system tests, those that start or kill processes of a platform, as Surefire names them.
fault_tests='io/webchat/system/fault/*Test,io/webchat/system/BackupTest,io/webchat/system/TraceTest'

# What clients of the API go through; and whether rules and dashboards ask for what a platform really measures.
test_journeys() {
  test_on_stack "LiveMetricsTest,io/webchat/system/**/*Test,!${fault_tests//,/,!}" -pl platform/deployment,platform/system-tests
}

test_browsers() {
  (cd "$home/frontend" && WEBCHAT_URL=$url npm run --silent e2e)
}

# How they are written has been checked with the others.
test_faults() {
  test_on_stack "$fault_tests" -pl platform/system-tests -Dspotless.check.skip=true
}

# Runs tests against the platform of `test_system`: how Surefire names them, and more options for Maven.
test_on_stack() {
  local tests=$1
  shift
  maven verify "$@" -am -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false \
    -Dwebchat.url="$url" -Dwebchat.data="$data" -Dwebchat.portOffset="$offset" -Dwebchat.launcher="$home/webchat"
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

# WEBCHAT_COMPOSE_OVERRIDE names a further compose file, such as platform/compose/compose.build-host-network.yml.
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
  stop_parts
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
