# What ./dev package and ./dev test share: the archive that is given away, and its trial.
# Sourced by bash; needs ROOT, JDK and what toolbox.sh has.

# What the jars need of Java, by jdeps and by trial: charsets of old feeds, decoding of pictures
# (java.desktop), SQLite and migrations (java.sql), Lucene and ONNX Runtime (jdk.unsupported).
readonly JAVA_MODULES=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.charsets,jdk.httpserver,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

tagwire_version() {
  sed -n 's|^  <version>\(.*\)</version>|\1|p' "$ROOT/pom.xml" | head -n 1
}

# The time of every file in the archive: of the last commit, so that the same sources give the same bytes.
package_time() {
  printf '%s' "${SOURCE_DATE_EPOCH:-$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || printf 1735689600)}"
}

# Lays out what is in the archive, in folder $1.
lay_out() {
  local folder=$1
  mkdir -p "$folder/app" "$folder/docs" "$folder/packaging"
  cp "$ROOT/packaging/tagwire" "$folder/tagwire"
  cp "$ROOT/server/target/tagwire.jar" "$folder/app/"
  cp -R "$ROOT/server/target/lib" "$folder/app/lib"
  cp "$ROOT"/{LICENSE,NOTICE,README.md,CHANGELOG.md,SECURITY.md} "$folder/"
  cp "$ROOT"/docs/{operations,settings,cli}.md "$folder/docs/"
  cp "$ROOT"/packaging/{tagwire.service,nginx.conf,Caddyfile,settings.toml} "$folder/packaging/"
  find "$folder" -type d -exec chmod 755 {} +
  find "$folder" -type f -exec chmod 644 {} +
  chmod 755 "$folder/tagwire"
}

# Puts a Java of its own into folder $1: the modules that are needed and nothing else.
link_runtime() {
  say "Linking a Java runtime"
  "$JDK/bin/jlink" --add-modules "$JAVA_MODULES" --strip-debug --no-header-files --no-man-pages \
    --compress zip-6 --output "$1/runtime" >&2 ||
    die "jlink failed: this JDK has no jmods and cannot link itself; take another build of JDK $NEEDED_JDK."
}

# Packs folder $1/$2 into archive $3, the same bytes for the same files.
pack() {
  tar --version 2>/dev/null | grep -q GNU || die "The archive needs GNU tar (macOS: brew install gnu-tar)."
  (cd "$1" && tar --sort=name --mtime="@$(package_time)" --owner=0 --group=0 --numeric-owner \
    --format=ustar -cf - "$2" | gzip -n -1) >"$3.new" # jars are compressed already
  mv "$3.new" "$3"
}

# Makes the archive of what is built; prints its path. $1: jre for one with a Java of its own.
make_archive() {
  local name work archive
  name=tagwire-$(tagwire_version)
  archive=$ROOT/target/$name${1:+-$1}.tar.gz
  work=$(mktemp -d)
  lay_out "$work/$name"
  [ -z "${1:-}" ] || link_runtime "$work/$name"
  mkdir -p "$ROOT/target"
  pack "$work" "$name" "$archive"
  rm -rf "$work"
  printf '%s' "$archive"
}

package_all() {
  local archive kind=""
  case ${1:-} in
    "") ;;
    --jre) kind=jre ;;
    *) die "usage: ./dev package [--jre]" ;;
  esac
  rm -f "$ROOT"/server/target/tagwire.jar "$ROOT"/server/target/lib/tagwire-*.jar
  run_maven "$LOG" package -pl server -am -Dfast -Dmaven.test.skip
  archive=$(make_archive "$kind")
  say "packaged: ${archive#"$ROOT"/}, $(($(wc -c <"$archive") / 1000000)) MB"
}

# The head of the answer to GET $2 on loopback port $1: its status line and header fields.
answer_head() {
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
  tr -d '\r' <&3 | sed '/^$/q'
  exec 3<&-
}

# Whether the server at loopback port $1 shows a page at path $2, or leads to one: a new instance leads to its first run.
shows_page() {
  local head onward
  head=$(answer_head "$1" "$2")
  onward=$(sed -n 's|^[Ll]ocation: \(/.*\)|\1|p' <<<"$head")
  [ -z "$onward" ] || head=$(answer_head "$1" "$onward")
  case $(head -n 1 <<<"$head") in *" 200 "*) return 0 ;; esac
  say "The packaged server showed no page at $2${onward:+, then $onward}: '$(head -n 1 <<<"$head")'. It said:"
  return 1
}

# Starts the launcher $1 on data directory $2 with nothing of this shell's Java in sight, and asks it for its first page.
trial_start() {
  local pid site="" tries=0 status=1
  env -i PATH=/usr/bin:/bin HOME="$2" ${3:+JAVA_HOME="$3"} "$1" serve --data "$2/data" --listen 127.0.0.1:0 \
    >"$2/log" 2>&1 &
  pid=$!
  while [ -z "$site" ] && [ "$tries" -lt 240 ] && kill -0 "$pid" 2>/dev/null; do
    site=$(sed -n 's|.*"site" *: *"http://localhost:\([0-9]*\)".*|\1|p' "$2/data/node.json" 2>/dev/null || true)
    tries=$((tries + 1))
    sleep 0.25
  done
  if [ -z "$site" ]; then
    say "The packaged server did not start. It said:"
  elif shows_page "$site" /en/; then
    status=0
  fi
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  [ "$status" -eq 0 ] || cat "$2/log" >&2
  return "$status"
}

# Packs what is built, twice, unpacks it elsewhere and starts it: with the JDK, and with a Java of its own.
package_trial() {
  local work archive home status=0 begun=$SECONDS
  work=$(mktemp -d)
  archive=$(make_archive "")
  cp "$archive" "$work/first.tar.gz"
  cmp -s "$work/first.tar.gz" "$(make_archive "")" || { say "Two archives of the same files differ." && status=1; }
  tar -xzf "$archive" -C "$work"
  home=$work/tagwire-$(tagwire_version)
  mkdir "$work/with-jdk" "$work/with-runtime"
  trial_start "$home/tagwire" "$work/with-jdk" "$JDK" || status=1
  link_runtime "$home"
  trial_start "$home/tagwire" "$work/with-runtime" "" || status=1
  rm -rf "$work"
  [ "$status" -ne 0 ] || say "package: unpacked and started, with a JDK and with a Java of its own, in $((SECONDS - begun)) s"
  return "$status"
}
