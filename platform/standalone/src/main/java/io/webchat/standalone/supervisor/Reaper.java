package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Sees to it that no child outlives the supervisor, not even one that was killed with SIGKILL.
 *
 * <p>A small shell of its own reads the pids of the children from a pipe. When the pipe ends, the supervisor is gone:
 * the shell then stops what is left, services before engines. It works wherever there is a POSIX shell, for every kind
 * of child. Between the start of a child and the note of its pid lie microseconds that are not covered; the next
 * {@code up} finds such a child by {@code run/stack.json}.
 */
final class Reaper implements AutoCloseable {
    private static final String SCRIPT = """
            children=""
            while read -r what wave pid; do
              case $what in
                started) children="$children $wave:$pid" ;;
                ended)
                  rest=""
                  for child in $children; do [ "${child#*:}" = "$pid" ] || rest="$rest $child"; done
                  children=$rest ;;
              esac
            done
            of_wave() { for child in $children; do [ "${child%%:*}" != "$1" ] || echo "${child#*:}"; done; }
            for wave in 2 1; do
              for pid in $(of_wave $wave); do kill -TERM "$pid" 2>/dev/null; done
              for pid in $(of_wave $wave); do
                tries=0
                while kill -0 "$pid" 2>/dev/null && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
                kill -KILL "$pid" 2>/dev/null
              done
            done
            """;

    private final Process shell;
    private final PrintStream notes;

    private Reaper(Process shell) {
        this.shell = shell;
        this.notes = new PrintStream(shell.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    static Reaper start() throws IOException {
        var shell = new ProcessBuilder(OwnSession.command("sh", "-c", SCRIPT))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Reaper(shell);
    }

    synchronized void started(int wave, long pid) {
        notes.println("started " + wave + " " + pid);
    }

    synchronized void ended(int wave, long pid) {
        notes.println("ended " + wave + " " + pid);
    }

    ProcessIdentity identity() {
        return ProcessIdentity.of(shell.toHandle());
    }

    /** Ends the shell. Children that it still knows of are stopped by it. */
    @Override
    public void close() {
        notes.close();
    }
}
