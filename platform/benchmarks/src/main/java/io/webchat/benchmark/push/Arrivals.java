package io.webchat.benchmark.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

/**
 * When numbered messages arrived at their recipients. Each carries the number of its trial and its own at the beginning
 * of its text, so that nobody has to parse what arrives, and messages of another trial do not count.
 */
final class Arrivals {
    /** What stands before the digits in every frame that brings a message. */
    static final byte[] MARK = "\"content\":\"#".getBytes(StandardCharsets.US_ASCII);

    private static final int TRIAL_DIGITS = 3;
    private static final int DIGITS = 10;
    private static final AtomicInteger TRIALS = new AtomicInteger();

    private final int trial = TRIALS.getAndIncrement();
    private final int recipients;
    private final AtomicIntegerArray counts;
    private final AtomicLongArray times;
    private final List<CountDownLatch> missing;
    private volatile int frameBytes;

    Arrivals(int messages, int recipients) {
        this.recipients = recipients;
        this.counts = new AtomicIntegerArray(messages);
        this.times = new AtomicLongArray(messages * recipients);
        this.missing = Stream.generate(() -> new CountDownLatch(recipients))
                .limit(messages)
                .toList();
    }

    /** The text of a message. */
    String content(int message) {
        var text = new StringBuilder(String.format(Locale.ROOT, "#%03d%07d ", trial, message));
        while (text.length() < Plan.MESSAGE_CHARACTERS) {
            text.append("and so on ");
        }
        return text.substring(0, Plan.MESSAGE_CHARACTERS);
    }

    /** How many digits follow the mark. */
    static int digits() {
        return DIGITS;
    }

    /**
     * A message has arrived at one of its recipients.
     *
     * @param bytes of the frame that brought it, without its header
     */
    void arrived(CharSequence digits, long nanoTime, int bytes) {
        if (Integer.parseInt(digits, 0, TRIAL_DIGITS, 10) != trial) {
            return;
        }
        var message = Integer.parseInt(digits, TRIAL_DIGITS, DIGITS, 10);
        var count = counts.getAndIncrement(message);
        if (count < recipients) {
            times.set(message * recipients + count, nanoTime);
        }
        frameBytes = bytes;
        missing.get(message).countDown();
    }

    /** How long the frames are that bring the messages, in bytes without their headers; 0 before one has come. */
    int frameBytes() {
        return frameBytes;
    }

    /** Waits until all have arrived everywhere. Throws if one does not, or arrives twice. */
    void awaitAll(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var message = 0; message < counts.length(); message++) {
            await(message, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        requireNoneTwice();
    }

    /** Waits until a message has arrived everywhere. Throws if it does not. */
    void await(int message, Duration patience) throws InterruptedException {
        if (!missing.get(message).await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            requireNoneTwice();
            var deliveries =
                    missing.stream().mapToLong(CountDownLatch::getCount).sum();
            throw new IllegalStateException(deliveries + " of " + times.length() + " deliveries are missing after "
                    + patience.toSeconds() + " s");
        }
    }

    /** When a message arrived, in no order, as {@link System#nanoTime} counts. */
    long[] of(int message) {
        var all = new long[recipients];
        Arrays.setAll(all, recipient -> times.get(message * recipients + recipient));
        return all;
    }

    private void requireNoneTwice() {
        for (var message = 0; message < counts.length(); message++) {
            if (counts.get(message) > recipients) {
                throw new IllegalStateException("message " + message + " arrived " + counts.get(message) + " times at "
                        + recipients + " recipients");
            }
        }
    }

    int messages() {
        return counts.length();
    }

    /** When the last of its recipients had it. */
    long last(int message) {
        return Arrays.stream(of(message)).max().orElseThrow();
    }
}
