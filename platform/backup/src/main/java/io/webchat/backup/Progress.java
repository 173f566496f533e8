package io.webchat.backup;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells on a terminal, or in a log, that something long goes on: a line every five seconds at most. */
public final class Progress {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private long next = System.nanoTime() + EVERY.toNanos();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Says it, unless something was said a moment ago. */
    public void report(Supplier<String> line) {
        if (System.nanoTime() - next >= 0) {
            out.println("  " + line.get());
            next = System.nanoTime() + EVERY.toNanos();
        }
    }

    /** Says it in any case. */
    public void say(String line) {
        out.println(line);
    }
}
