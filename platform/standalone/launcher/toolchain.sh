# shellcheck shell=bash
# Finds the tools that WebChat needs, and says clearly which one is missing.

jdk_required=25
node_required=20
maven_required=3.8

# Sets `jdk` to the home of a JDK that is new enough: JAVA_HOME first, then PATH, then the usual places.
find_jdk() {
  [ -z "${jdk:-}" ] || return 0
  local candidate version seen=""
  while IFS= read -r candidate; do
    [ -x "$candidate/bin/javac" ] || continue
    version=$(jdk_version "$candidate")
    if [ "${version%%.*}" -ge "$jdk_required" ] 2>/dev/null; then
      jdk=$candidate
      return 0
    fi
    seen="${seen:+$seen, }${version:-unknown} in $candidate"
  done <<EOF
$(jdk_candidates)
EOF
  fail "JDK $jdk_required or newer not found (found: ${seen:-none}). Install one, for instance from https://adoptium.net, or set JAVA_HOME to it."
}

jdk_candidates() {
  local java directory
  echo "${JAVA_HOME:-/nonexistent}"
  java=$(command -v java || true)
  if [ -n "$java" ]; then
    java=$(readlink -f "$java" 2>/dev/null || echo "$java")
    dirname "$(dirname "$java")"
  fi
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$jdk_required+" 2>/dev/null || true
  fi
  for directory in /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ ! -d "$directory" ] || echo "$directory"
  done
}

# The version from the file `release`, which every JDK has: no need to start it.
jdk_version() {
  sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release" 2>/dev/null || true
}

require_node() {
  local version
  command -v node >/dev/null || fail "Node.js $node_required or newer not found. Install it, for instance from https://nodejs.org."
  version=$(node --version)
  version=${version#v}
  [ "${version%%.*}" -ge "$node_required" ] \
    || fail "Node.js $node_required or newer is needed, and this is $version ($(command -v node))."
  command -v npm >/dev/null || fail "npm not found. It comes with Node.js; install it as well."
}

require_maven() {
  local version
  command -v mvn >/dev/null || fail "Maven $maven_required or newer not found. Install it, for instance from https://maven.apache.org."
  version=$(JAVA_HOME=$jdk mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1 || true)
  at_least "$version" "$maven_required" \
    || fail "Maven $maven_required or newer is needed, and this is ${version:-unknown} ($(command -v mvn))."
}

# Compares the first two numbers of two versions.
at_least() {
  local major=${1%%.*} minor=${1#*.} wanted_major=${2%%.*} wanted_minor=${2#*.}
  minor=${minor%%.*}
  [ "${major:-0}" -gt "$wanted_major" ] || { [ "${major:-0}" -eq "$wanted_major" ] && [ "${minor:-0}" -ge "$wanted_minor" ]; }
}

maven() {
  (cd "$home" && JAVA_HOME=$jdk mvn -B -ntp "$@")
}

# Debian's Chromium, for the browser tests.
require_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    ! command -v "$name" >/dev/null || return 0
  done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
    echo "Installing Chromium ..."
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium >/dev/null \
      || fail "Chromium could not be installed. Install it (apt-get install chromium) and try again."
  else
    fail "Browser tests and ./webchat bench web need Chromium. Install it (Debian: apt-get install chromium); ./webchat test java web does without."
  fi
}
