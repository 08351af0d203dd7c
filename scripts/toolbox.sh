# What ./tagwire and ./dev share: finding a JDK, finding Maven, building with little noise.
# Sourced by bash (3.2 or later); sets JDK and MAVEN. Everything it says goes to standard error.

readonly NEEDED_JDK=25
# Maven and the compiler plug-ins run in this JVM: lean, and quiet about libraries of Maven's own.
readonly MAVEN_JVM="-Xmx1g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

JDK=""
MAVEN=()

# ONNX Runtime would look up its maker's server; nobody asked it to.
export ORT_DISABLE_TELEMETRY=1

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# --- a JDK -----------------------------------------------------------------------------------

# Prints the feature version of the JDK in folder $1, from its release file; nothing for no JDK.
jdk_version() {
  local key value
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r key value; do
    if [ "$key" = JAVA_VERSION ]; then
      value=${value//\"/}
      printf '%s' "${value%%[!0-9]*}"
      return 0
    fi
  done <"$1/release"
}

# Takes the JDK in folder $1 when it is new enough.
take_jdk() {
  local version
  [ -n "$1" ] || return 1
  version=$(jdk_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$NEEDED_JDK" ] || return 1
  JDK=$1
}

# The home of the java on the path, links followed.
java_home_on_path() {
  local java
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  printf '%s' "${java%/bin/java}"
}

# Takes the needed version from the usual places, or else any later one.
take_jdk_from_places() {
  local place later=""
  for place in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    take_jdk "$place" || continue
    [ "$(jdk_version "$place")" -eq "$NEEDED_JDK" ] && return 0
    later=$place
  done
  if [ -z "$later" ] && [ -x /usr/libexec/java_home ]; then
    later=$(/usr/libexec/java_home -v "$NEEDED_JDK" 2>/dev/null || true)
  fi
  take_jdk "$later"
}

find_jdk() {
  take_jdk "${JAVA_HOME:-}" || take_jdk "$(java_home_on_path)" || take_jdk_from_places ||
    die "Tagwire needs a JDK, version $NEEDED_JDK or later, and found none: install one (Debian: apt install openjdk-25-jdk; macOS: brew install openjdk@25; others: adoptium.net) or set JAVA_HOME."
  export JAVA_HOME=$JDK
}

# --- Maven -----------------------------------------------------------------------------------

# Succeeds when the installed mvn is at least version $1.$2.
installed_maven() {
  local version major minor
  command -v mvn >/dev/null || return 1
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  major=${version%%.*} minor=${version#*.}
  [ -n "$version" ] && { [ "$major" -gt "$1" ] || { [ "$major" -eq "$1" ] && [ "$minor" -ge "$2" ]; }; }
}

# Prints the address of the mirror of Maven Central in the user's own settings, if there is one.
central_mirror() {
  [ -r "${HOME:-}/.m2/settings.xml" ] || return 0
  awk '
    { text = text $0 }
    END {
      while ((from = index(text, "<!--")) && (to = index(substr(text, from), "-->")))
        text = substr(text, 1, from - 1) substr(text, from + to + 2)
      mirrors = split(text, mirror, "<mirror>")
      for (i = 2; i <= mirrors; i++)
        if (mirror[i] ~ /<mirrorOf>[^<]*([*]|central)[^<]*<\/mirrorOf>/ && match(mirror[i], /<url>[^<]*<\/url>/)) {
          url = substr(mirror[i], RSTART + 5, RLENGTH - 11)
          gsub(/^[ \t]+|[ \t\/]+$/, "", url)
          print url
          exit
        }
    }' "$HOME/.m2/settings.xml"
}

# An installed Maven 3.9 comes first, then the wrapper, then whatever Maven from 3.8 on is installed.
find_maven() {
  local mirror arguments=()
  if installed_maven 3 9; then
    MAVEN=(mvn)
    return 0
  fi
  mirror=${MVNW_REPOURL:-$(central_mirror)}
  if MVNW_REPOURL=$mirror "$ROOT/mvnw" --version >/dev/null 2>&1; then
    [ -z "$mirror" ] || export MVNW_REPOURL=$mirror
    MAVEN=("$ROOT/mvnw")
  elif installed_maven 3 8; then
    # Before 3.9 Maven does not read MAVEN_ARGS itself.
    read -r -a arguments <<<"${MAVEN_ARGS:-}" || true
    MAVEN=(mvn ${arguments[@]+"${arguments[@]}"})
  else
    die "Maven could not be downloaded and none is installed: install Maven 3.8 or later, or look at ./mvnw --version."
  fi
}

# Runs Maven in the repository with arguments $2…; the whole output goes to the log $1.
run_maven() {
  local log=$1 status=0
  shift
  mkdir -p "${log%/*}"
  [ ${#MAVEN[@]} -gt 0 ] || find_maven
  (cd "$ROOT" && MAVEN_OPTS="$MAVEN_JVM ${MAVEN_OPTS:-}" "${MAVEN[@]}" -B -T1 -Dstyle.color=never "$@") 2>&1 |
    progress "$log" || status=1
  [ "$status" -eq 0 ] || say "The build failed; its whole output is in ${log#"$ROOT"/}."
  return "$status"
}

# Writes Maven's output to the log $1 and passes on what a person waits for.
progress() {
  local line fetched=0 error=""
  SECONDS=0
  while IFS= read -r line; do
    printf '%s\n' "$line" >&3
    case $line in
      *"Downloaded from "*)
        fetched=$((fetched + 1))
        [ $((fetched % 100)) -ne 0 ] || step "$fetched files fetched"
        ;;
      "[INFO] Building Tagwire "[a-z]*) line=${line#*Tagwire } && step "${line%% *}" ;;
      "[INFO] Running "*) ;;
      *"Tests run:"*) say "        ${line#*] }" ;;
      "[WARNING] "*".java:"*) [ -z "${SHOW_WARNINGS:-}" ] || say "$line" ;;
      "[ERROR] " | "[ERROR] "*"Re-run Maven"* | "[ERROR] [Help "* | "[ERROR] -> [Help "* | "[ERROR]   mvn <args>"* | "[ERROR] To see"* | "[ERROR] After correcting"* | "[ERROR] For more"*) ;;
      "[ERROR]"* | *"BUILD FAILURE"*) say "$line" && error=yes ;;
      "["*) error="" ;;
      *"	at "*) ;;
      *) [ -z "$error" ] || say "$line" ;;
    esac
  done 3>"$1"
}

step() { printf '%4d s  %s\n' "$SECONDS" "$1" >&2; }
