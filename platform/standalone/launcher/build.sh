# shellcheck shell=bash
# Builds the services and the web app, each only when the content of its sources has changed.
#
# A build is a directory of its own below target/webchat, named after that content, so that a running stack keeps the
# files it was started from. `java.current` and `web.current` name the newest.

build_dir=$home/target/webchat
services="auth-service command-service projection-service push-service"
java_sources="pom.xml .mvn auth-service command-service projection-service push-service platform"

build_all() {
  # What is missing is told before anything takes its time.
  find_jdk
  require_node
  build_java
  build_web
}

build_java() {
  find_jdk
  local target
  target=$build_dir/java-$(java_hash)
  is_built java "$target" && return 0
  require_maven
  with_build_lock java "$target" compile_java
}

build_web() {
  require_node
  local target
  target=$build_dir/web-$(web_hash)
  is_built web "$target" && return 0
  with_build_lock web "$target" compile_web
}

is_built() {
  [ -e "$2/complete" ] || return 1
  [ "$(cat "$build_dir/$1.current" 2>/dev/null)" = "$2" ] || echo "$2" >"$build_dir/$1.current"
}

# Runs a build alone, into a directory that gets its name only when it is complete.
with_build_lock() {
  local kind=$1 target=$2 builder=$3 told=no
  mkdir -p "$build_dir"
  while ! mkdir "$build_dir/lock" 2>/dev/null; do
    if is_build_lock_left; then
      # By its own name: of two who find it left, only one takes it away.
      mv "$build_dir/lock" "$build_dir/lock.$$" 2>/dev/null && rm -rf "$build_dir/lock.$$"
    else
      [ "$told" = yes ] || echo "Waiting for another build ..."
      told=yes
      sleep 0.5
    fi
  done
  echo $$ >"$build_dir/lock/pid"
  # shellcheck disable=SC2064
  trap "stop_progress; rm -rf '$build_dir/lock'" EXIT
  if ! is_built "$kind" "$target"; then
    rm -rf "$target"
    mkdir -p "$target"
    "$builder" "$target"
    touch "$target/complete"
    is_built "$kind" "$target"
    remove_old_builds "$kind" "$target"
  fi
  rm -rf "$build_dir/lock"
  trap - EXIT
}

# Whoever held it is gone, or went before they could say who they are.
is_build_lock_left() {
  local holder
  holder=$(cat "$build_dir/lock/pid" 2>/dev/null || true)
  if [ -n "$holder" ]; then
    ! kill -0 "$holder" 2>/dev/null
  else
    [ -n "$(find "$build_dir/lock" -maxdepth 0 -mmin +1 2>/dev/null)" ]
  fi
}

compile_java() {
  local target=$1 service jar
  echo "Building the services ..."
  with_progress "$build_dir/maven.log" 's/^\[INFO\] Building \(.*[^ ]\) \{1,\}[^ ]\{1,\} *\[\([0-9/]*\)\]$/  \2 \1/p' \
    maven package -T 1C -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -pl "platform/standalone,platform/client,platform/benchmarks,platform/backup,$(echo "$services" | tr ' ' ',')" -am
  for service in $services; do
    jar=$(jar_of "$service")
    "$jdk/bin/java" -XX:TieredStopAtLevel=1 -Djarmode=tools -jar "$jar" extract --destination "$target/$service" >/dev/null
    mv "$target/$service/$(basename "$jar")" "$target/$service/app.jar"
  done
  for service in standalone client benchmarks backup; do
    mkdir -p "$target/$service"
    cp "$(jar_of "platform/$service")" "$target/$service/app.jar"
    cp -R "$home/platform/$service/target/lib" "$target/$service/lib"
  done
}

jar_of() {
  find "$home/$1/target" -maxdepth 1 -name '*.jar' ! -name '*-sources.jar' ! -name '*-tests.jar' | head -n 1
}

compile_web() {
  local target=$1
  echo "Building the web app ..."
  install_web_packages
  (cd "$home/frontend" && NEXT_TELEMETRY_DISABLED=1 npm run --silent build) >"$build_dir/web.log" 2>&1 \
    || fail_with_log "The web app could not be built" "$build_dir/web.log"
  # What Next.js leaves to whoever deploys its standalone output.
  cp -R "$home/frontend/.next/standalone/." "$target/"
  mkdir -p "$target/.next"
  cp -R "$home/frontend/.next/static" "$target/.next/static"
  [ ! -d "$home/frontend/public" ] || cp -R "$home/frontend/public" "$target/public"
}

# `npm ci`, when the lock file is not the one that was installed last.
install_web_packages() {
  local lock stamp=$home/frontend/node_modules/.webchat-lock
  lock=$(hash_of package-lock.json)
  [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ] && return 0
  echo "  installing npm packages"
  (cd "$home/frontend" && npm ci --no-audit --no-fund --loglevel=error) >"$build_dir/npm.log" 2>&1 \
    || fail_with_log "The npm packages could not be installed" "$build_dir/npm.log"
  echo "$lock" >"$stamp"
}

java_hash() {
  {
    # shellcheck disable=SC2086
    (cd "$home" && find $java_sources \
      \( -name target -o -name node_modules -o -path '*/src/test' -o -path platform/docs -o -path platform/system-tests \) -prune \
      -o -type f \( -path '*/src/main/*' -o -name pom.xml -o -path '.mvn/*' \) -print0 | hash_files)
    jdk_version "$jdk"
  } | hash_text
}

web_hash() {
  {
    (cd "$home" && find frontend \
      \( -name node_modules -o -name .next -o -name test-results -o -name playwright-report -o -name '*.tsbuildinfo' -o -name next-env.d.ts \) -prune \
      -o -type f -print0 | hash_files)
    node --version
  } | hash_text
}

hash_of() {
  (cd "$home/frontend" && sha256 "$1" | cut -c 1-16)
}

hash_files() {
  LC_ALL=C sort -z | xargs -0 sh -c 'if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi' sh
}

hash_text() {
  sha256 | cut -c 1-16
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# Removes builds that neither are the newest nor run.
remove_old_builds() {
  local kind=$1 newest=$2 old
  for old in "$build_dir/$kind"-*; do
    [ "$old" != "$newest" ] || continue
    pgrep -f "$old/" >/dev/null 2>&1 || rm -rf "$old"
  done
}

# Runs a command with its output in a log file, and shows the lines of it that `sed -n PATTERN` prints. It has a process group of
# its own, by which `stop_progress` ends it with all that it has started: in the background of this shell it does not hear Ctrl-C.
with_progress() {
  local log=$1 pattern=$2 pid shown=0 lines seconds=0
  shift 2
  set -m
  "$@" >"$log" 2>&1 </dev/null &
  set +m
  pid=$!
  progress_pid=$pid
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    lines=$(sed -n "$pattern" "$log" | tail -n "+$((shown + 1))")
    if [ -n "$lines" ]; then
      echo "$lines"
      shown=$((shown + $(echo "$lines" | wc -l)))
    elif [ $((seconds % 30)) -eq 0 ]; then
      echo "  ... still working after $seconds s"
    fi
  done
  progress_pid=""
  wait "$pid" || fail_with_log "The build failed" "$log"
}

# Ends what `with_progress` runs, if anything, and returns when it is gone.
stop_progress() {
  [ -n "${progress_pid:-}" ] || return 0
  kill -TERM -- "-$progress_pid" 2>/dev/null || true
  wait "$progress_pid" 2>/dev/null || true
  progress_pid=""
}

fail_with_log() {
  grep -E 'ERROR|error|Error' "$2" | head -n 30 >&2 || tail -n 30 "$2" >&2
  fail "$1. All of it is in $2."
}
