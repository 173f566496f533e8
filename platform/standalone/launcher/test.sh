# shellcheck shell=bash
# All tests and checks, and the formatters that put right what the checks find.

run_tests() {
  local part
  for part in "$@"; do
    case $part in java | web | system) ;; *) fail_usage "unknown part of the tests: $part" test ;; esac
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

test_java() {
  maven verify -pl '!platform/system-tests'
}

test_web() {
  mkdir -p "$build_dir"
  install_web_packages
  (cd "$home/frontend" && npm run --silent check && npm test)
}

# A stack of its own: two of every service that shares work, other ports, data that nobody will miss.
test_system() {
  build_all
  local offset data
  offset=$(run_java_in_subshell free-offset)
  data=$(mktemp -d "${TMPDIR:-/tmp}/webchat-test.XXXXXX")
  # shellcheck disable=SC2064
  trap "end_of_system_tests '$data'" EXIT
  run_java_in_subshell up -d --instances push=2,command=2,projection=2 --data "$data" --port-offset "$offset"
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
