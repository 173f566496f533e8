# shellcheck shell=bash
# The help texts. They are here so that they can be read before anything is built.

help_for() {
  case $1 in
    "") help_overview ;;
    up) help_up ;;
    down) help_down ;;
    status) help_status ;;
    logs) help_logs ;;
    smoke) help_smoke ;;
    bench) help_bench ;;
    rebuild) help_rebuild ;;
    verify) help_verify ;;
    dlt) help_dlt ;;
    backup) help_backup ;;
    verify-backup) help_verify_backup ;;
    restore) help_restore ;;
    doctor) help_doctor ;;
    test) help_test ;;
    format) help_format ;;
    check) help_check ;;
    build) help_build ;;
    *) fail_usage "unknown command: $1" "" ;;
  esac
}

help_overview() {
  cat <<'TEXT'
Usage: ./webchat COMMAND [OPTIONS]

  up             build what has changed, then start the whole platform
  down           stop it
  status         show its processes, their health and their memory
  logs           show log files
  smoke          let two clients chat on a running platform, and print latencies
  bench          measure a running platform, beside what it is built on
  rebuild        build a view anew from the log beside the one that is read, compare, and switch over
  verify         build views from the log and compare them with those that are read
  dlt            list, show and replay the records that views could not apply
  backup         save the log, the accounts and the files of a running platform
  verify-backup  check a backup without restoring it
  restore        put a backup into an empty platform
  doctor         check a deployment against the list in platform/docs/production.md
  test           run all tests
  format         put the formatting of all sources right
  check          run formatters, linters and type checks
  build          only build

./webchat COMMAND --help says more about a command; ./webchat --version says which version this is.
Needed: JDK 25 or newer, Maven 3.8 or newer, Node.js 20 or newer.
TEXT
}

stack_options() {
  cat <<'TEXT'
  --data DIR         the directory of the platform's data (default: var in the repository)
  --port-offset N    move every port by N, so that several platforms run side by side (default: 0)
TEXT
}

# For commands about a stack that runs: its directory knows its ports.
running_stack_options() {
  cat <<'TEXT'
  --data DIR         the directory that the platform was started on (default: var in the repository)
  --port-offset N    may be given as it was to `up`; what runs on DIR knows its own ports
TEXT
}

help_up() {
  cat <<'TEXT'
Usage: ./webchat up [OPTIONS]

Builds what has changed, starts Kafka, Redis, a MongoDB-compatible store, the four services and the web app, and
prints where to click. Runs until Ctrl-C, which stops everything in order. What dies is started again. If not everything is
ready within five minutes of starting it, it is stopped again, and that is an error.

  -d, --detach       return when everything is ready and leave it running
  --instances LIST   how many of each service, such as push=2,command=2,projection=2,auth=1 (default: one of each)

Where a platform runs already on DIR, nothing is changed; options that differ from what it runs with make that an error.

TEXT
  stack_options
  cat <<'TEXT'

Environment: KAFKA_BOOTSTRAP_SERVERS, MONGO_URI (with MONGO_DATABASE) and REDIS_URL each replace an embedded engine.
JWT_SECRET replaces the key that is otherwise made once and kept in the data directory.
WEBCHAT_JAVA_OPTIONS is added to the options of every JVM. With WEBCHAT_CLASS_CACHES=off the first stop after a build writes
no class caches, and so is as quick as later ones.

Ports: 3000 is the one address to open. Behind it: auth 8081, command 8082, projection 8083, push 8084, further instances
at +100, the management endpoints of each at +1000; web app 3100, Kafka 19092 and 19093, Redis 16379, MongoDB 27117.
All of them on the loopback address only.
TEXT
}

help_down() {
  cat <<'TEXT'
Usage: ./webchat down [OPTIONS]

Stops a platform that runs detached, or in another terminal, in order. Its data stay.

TEXT
  running_stack_options
}

help_status() {
  cat <<'TEXT'
Usage: ./webchat status [OPTIONS]

Shows every process with its state, port, restarts, uptime and resident memory.
Exit code: 0 everything is healthy, 1 something is not, 3 nothing runs there.

  --json             print JSON
TEXT
  running_stack_options
}

help_logs() {
  cat <<'TEXT'
Usage: ./webchat logs [SERVICE] [OPTIONS]

Shows the end of the log files: of one service (push), of one instance (push-2), of the supervisor (supervisor), or of all.

  -f, --follow       keep showing what is added
  -n, --lines N      how much of each file to show first (default: 100)
TEXT
  running_stack_options
}

help_smoke() {
  cat <<'TEXT'
Usage: ./webchat smoke [OPTIONS]

Registers two users on a running platform, lets one create a server and invite the other, and lets them chat. Then 400
messages warm up, untimed, and 200 are timed: how long until they were accepted, and until they arrived.

Each figure is printed beside its limit. A figure that misses it is marked MISSED and changes nothing about the exit code:
figures depend on the machine and on what else runs there. A step that fails does.
Exit code: 0 every step succeeded, 1 one failed, 3 nothing runs there.

  --json             print JSON
  --url URL          the origin of a platform that runs elsewhere, such as https://chat.example.org
  --rate N           messages a second (default: 50)
  --data DIR         the directory that the platform was started on (default: var in the repository)
  --port-offset N    where to look for a platform that was not started on DIR (default: 0)
TEXT
}

help_rebuild() {
  cat <<'TEXT'
Usage: ./webchat rebuild [VIEW] [OPTIONS]

Builds another generation of a view from the whole log while the present one is read, shows its progress, compares the two
document by document, and reads the new one if they are the same. The other one is kept up to date for going back.
Without VIEW: lists the views and their generations. Ctrl-C ends only the watching; the command, given again, goes on.
Exit code: 0 done, 1 they differ or the service refuses, 3 nothing runs there.

  --anyway           read the new generation though it differs: after a fold was mended, say
  --back             read the former generation again
  --drop             remove the former generation
  --stop             remove the generation that is being built
  --url URL          the management port of a projection-service that runs elsewhere, such as http://127.0.0.1:9083
TEXT
  running_stack_options
}

help_verify() {
  cat <<'TEXT'
Usage: ./webchat verify [VIEW] [OPTIONS]

Builds a view, or one after the other all of them, from the whole log, compares it with the one that is read, prints a hash of
each collection, and removes what was built. People read and write meanwhile.
Exit code: 0 everything is the same, 1 something differs, 3 nothing runs there.

  --url URL          the management port of a projection-service that runs elsewhere, such as http://127.0.0.1:9083
TEXT
  running_stack_options
}

help_dlt() {
  cat <<'TEXT'
Usage: ./webchat dlt list [OPTIONS]
       ./webchat dlt show LETTER [OPTIONS]
       ./webchat dlt replay LETTER... | --all [OPTIONS]

A record that a view could not apply is put aside as a dead letter, and its partition goes on.

  list      the letters about which something is left to do: their place, when, the record, the consumer group, the cause
  show      one letter with its headers, the stack trace and the record; LETTER is TOPIC/PARTITION/OFFSET as listed
  replay    applies the records to their views once more, in the order of the log: do it after the cause was mended.
            A record is applied only if that comes to the same as if it had been applied in its place. Where later events of
            the same channel, server or user are in the view already, nothing changes, and ./webchat rebuild is the way.
            What was replayed is done with: replaying it again changes nothing.

Exit code: 0 done, 1 something could not be replayed or the service refuses, 3 nothing runs there.

  --all              list: also what is done with, and letters of other generations and stores; replay: every open letter
  --view VIEW        only letters of a view, such as timeline
  --topic TOPIC      only those in a topic, such as webchat.messages.dlt
  --cause TEXT       only those whose cause contains a text
  --limit N          the newest N of them (default: 100)
  --json             list, show: print JSON
  --url URL          the management port of a projection-service that runs elsewhere, such as http://127.0.0.1:9083
TEXT
  running_stack_options
}

help_backup() {
  cat <<'TEXT'
Usage: ./webchat backup --to DIR [OPTIONS]

Saves a running platform, while people go on, into a directory of its own in DIR: the log, the accounts, the files and the
icons. Views are not in it, they are built from the log; nor are sessions, so that none that was ended comes back.
It fits together: every account that an event refers to, and every file that a message still carries, is in it.
Exit code: 0 done, 1 not done, 3 nothing runs there.

  --to DIR                 where backups lie; made if missing, for your eyes only
  --retain N               afterwards, remove all complete backups in DIR but the newest N
  --passphrase-file FILE   encrypt it under the first line of FILE (at least 12 characters)

TEXT
  running_stack_options
  cat <<'TEXT'

Environment: WEBCHAT_BACKUP_PASSPHRASE is the passphrase if no file is named. Where nothing runs on DIR and both
KAFKA_BOOTSTRAP_SERVERS and MONGO_URI are set, the platform that they name is saved (MONGO_DATABASE: webchat).
TEXT
}

help_verify_backup() {
  cat <<'TEXT'
Usage: ./webchat verify-backup DIR [OPTIONS]

Reads a backup through; no platform is needed. DIR is a backup, or a directory of which the newest complete one is meant.

Checked are: the manifest against its seal; each file's size and SHA-256; that it can be decrypted and unpacked to its end; that each
record can be read as the event it says it is; that the offsets of each partition rise, within what was saved, to
the number of records that was counted (gaps are none of its business: ends of transactions and compaction leave them); that each
account and file that the log refers to is in the backup.
Exit code: 0 the backup is whole, 1 it is not.

  --passphrase-file FILE   of an encrypted backup; or WEBCHAT_BACKUP_PASSPHRASE
TEXT
}

help_restore() {
  cat <<'TEXT'
Usage: ./webchat restore DIR [OPTIONS]

Verifies a backup, then puts it into an empty platform; refuses, and says what it found, if there is anything in the way.
DIR is a backup, or a directory of which the newest complete one is meant.

The platform must be stopped: its embedded engines are started for this alone. Afterwards ./webchat up builds the
views. Accounts come back with their passwords; everybody logs in anew. Clients that were connected before
are told to fetch anew: the restored log has an epoch of its own. Accounts are put in last, so that nobody can log in to what
was broken off; empty it then, and begin again.
Exit code: 0 done, 1 not done.

  --passphrase-file FILE   of an encrypted backup; or WEBCHAT_BACKUP_PASSPHRASE
TEXT
  stack_options
  cat <<'TEXT'

Environment: KAFKA_BOOTSTRAP_SERVERS and MONGO_URI (with MONGO_DATABASE) each replace an embedded engine, as for `up`;
WEBCHAT_REPLICATION_FACTOR (default: 3) is that of the topics which are made in that Kafka.
TEXT
}

help_doctor() {
  cat <<'TEXT'
Usage: ./webchat doctor --env FILE [OPTIONS]
       ./webchat doctor [OPTIONS]

Looks at a deployment and says what is missing of the check list in platform/docs/production.md, what to do about it and where
more is said. Nothing is changed, and no secret is printed. What cannot be seen from here is named as not checked.

With --env, a production: its environment file (.env), whether others can read it, weak or example secrets, allowed origins, the
certificate that browsers get, IPv6 addresses that lead nowhere, ports that should be closed, how Kafka keeps its topics and whom it
lets in, how Redis is set up, whether passwords in addresses are those of the stores, how MongoDB is reached, room on the disks, the age of the newest backup, where alerts go, the version. Kafka and Redis are asked themselves where they
can be reached from here; from a host of containers they cannot.
Without it, the embedded default that runs on DIR: fewer checks, since it is for trying.
Exit code: 0 nothing critical, 1 something is, 3 nothing runs there.

  --env FILE         the environment file of a production, such as .env
  --url URL          where people reach it, such as https://chat.example.org: looks at its certificate and its ports; run it from
                     another machine, or from this one by its public name
  --json             print JSON
TEXT
  running_stack_options
}

help_bench() {
  cat <<'TEXT'
Usage: ./webchat bench commands|push|reads|replay|web [OPTIONS]

Measures a running platform beside what it is built on, in the same run. The machine should do nothing else.

commands: the write side, beside Kafka with nothing around it: both have their turns, at the same pace, with records of
the same size. About six minutes.

  structural commands   renamed channels, 20 a second; limit: p99 of 100 ms; beside a transaction of two records
  sends                 messages, 200 a second; limit: p50 of 5 ms; beside a record acknowledged by all in-sync replicas
  sustained sends       the highest rate with p99 under 50 ms; beside the highest of such records

Latencies count from the moment at which a call was due, whether or not earlier ones had been answered.

push: an instance of push-service, by its sockets and by what its process takes. About six minutes.

  delivery              from the 201 to the frame in a channel of 50, 200 a second; limits: p50 of 4 ms, p99 of 20 ms;
                        beside bare Kafka, from the acknowledgement to the consumer
  processor time        of a delivery to 1,000 subscribers, messages one after another, in bursts, and 10 a second; limits:
                        1.8, 1.0 and 1.8 times a bare write to a socket
  memory                of an idle connection in twenty channels, from 2,000 to N; limits: 12 KB of heap, 18 KB resident
  connecting            at 500 a second; limit: p99 of 200 ms
  reach                 how long until the last of N recipients has a message

reads: projection-service, by what people read: over a corpus that is appended to the log first, by one reader and by fifty
at once, who ask again as soon as they are answered; beside as many documents of the bare store, in turns. It says which
store was measured: figures of the embedded one are not MongoDB's. About four minutes.

  server list           limits: p50 of 5 ms, p99 of 25 ms
  channel list          cached, with the same limits; and right after a change, when the cache is worth nothing
  newest page           of 50 messages; limits: p50 of 10 ms, p99 of 50 ms
  deep page             of 50 messages somewhere in a channel with half of the corpus; limits: p50 of 20 ms, p99 of 100 ms
  user look-up          of ten people; limits: p50 of 10 ms, p99 of 50 ms
  search                for a word that one in 5,000 messages has

replay: how quickly projection-service rebuilds the timelines from the log, beside how quickly a bare consumer reads the same
records and how quickly the bare store takes documents in bulk, in turns; limit: at least half of the smaller one. A view that
is being rebuilt already is left alone. About four minutes.

web: the web app, by first visits of a real browser with nothing in its cache; medians of five. Less than a minute. Needs Chromium
(CHROMIUM names the executable; default: /usr/bin/chromium).

  initial JavaScript    what the browser fetches before a page has loaded, compressed as it comes; limits: 180 KB (of 1,000 bytes)
                        to log in, 300 KB in a channel
  paints                first and largest contentful paint of both; limits: 1,000 ms and 1,500 ms

A figure that misses its limit is marked MISSED and changes nothing about the exit code. What a benchmark creates stays: do not
use a platform whose people would mind strangers and their messages.
Exit code: 0 every step succeeded, 1 one failed, 3 nothing runs there.

  --json             print JSON
  --messages N       reads and replay only: how many are appended to the log first, 10000 or more (default: 1000000 on
                     MongoDB, 100000 on the embedded store)
  --connections N    push only: how many at most, 3000 to 18000 (default: 18000, which needs 20,000 file descriptors)
  --data DIR         the directory that the platform was started on (default: var in the repository)
  --port-offset N    where to look for a platform that was not started on DIR (default: 0)
TEXT
}

help_test() {
  cat <<'TEXT'
Usage: ./webchat test [java|web|system|containers]...

Runs all tests, or the named parts of them. `java` and `web` run beside each other; what each of them prints comes when it has
ended, and is in target/webchat/test-PART.log meanwhile. A part that fails lets the others end. Ctrl-C stops all of it.

  java     mvn verify: every module, with real Kafka, Redis and a MongoDB-compatible store; and what operators run: gateway,
           compose files, rules, alerts, dashboards. Checks that need nginx, openssl, promtool, amtool, Prometheus,
           Alertmanager, fail2ban or docker are skipped where these are missing, and say so
  web      the web app: formatter, linter, types, unit tests
  system   starts a platform of its own (other ports, temporary data) and tests it from outside: clients of
           its API beside real browsers, then backups and faults. Needs Chromium; on Debian, as root, it is installed if missing
  containers
           builds the images and runs docker-compose.yml on this machine's container engine, with smoke runs over TLS and
           instances that come and go under load; skipped where no engine answers. Not part of a run that names no parts

Exit code: 0 all green, 1 a part has failed.
TEXT
}

help_check() {
  cat <<'TEXT'
Usage: ./webchat check

Runs formatters, linters, null checks and type checks of the services and of the web app, without tests.
`./webchat format` puts the format right.
TEXT
}

help_format() {
  cat <<'TEXT'
Usage: ./webchat format

Formats all sources in place, as the builds check them: Spotless for the services, Prettier for the web app.
TEXT
}

help_build() {
  cat <<'TEXT'
Usage: ./webchat build

Builds the services and the web app if their sources have changed. `up` does the same first.
TEXT
}
