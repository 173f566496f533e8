package io.webchat.push.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import io.webchat.support.tracing.RecordSpan;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What is counted of the sockets. */
final class SocketMetrics {
    /**
     * Of RFC 6455, as far as they happen: normal, protocol error, no code, lost, not UTF-8, too large, internal error.
     */
    private static final List<Integer> CODES = Stream.concat(
                    Stream.of(1000, 1002, 1005, 1006, 1007, 1009, 1011),
                    Arrays.stream(CloseCode.values()).map(CloseCode::code))
            .toList();

    private final Clock clock;
    private final Timer latency;
    private final Traffic sent;
    private final Traffic received;
    private final Counter overflows;
    private final Map<Integer, Counter> closes = new HashMap<>();
    private final Counter otherCloses;

    /** Frames that went one way, and their bytes: with headers where they are sent, without where they come. */
    private record Traffic(Counter frames, Counter bytes) {
        static Traffic of(MeterRegistry registry, String direction) {
            return new Traffic(
                    Counter.builder("webchat.push.frames")
                            .description("WebSocket frames, sent to clients or received from them")
                            .tag("direction", direction)
                            .register(registry),
                    Counter.builder("webchat.push.bytes")
                            .description("Bytes of WebSocket frames, sent to clients or received from them")
                            .tag("direction", direction)
                            .register(registry));
        }

        void add(int count, int size) {
            frames.increment(count);
            bytes.increment(size);
        }
    }

    SocketMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        latency = Timer.builder("webchat.push.delivery.latency")
                .description("From the record's timestamp until the event was handed to a socket")
                .publishPercentileHistogram()
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofSeconds(1))
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        sent = Traffic.of(registry, "sent");
        received = Traffic.of(registry, "received");
        overflows = Counter.builder("webchat.push.queue.overflows")
                .description("Connections closed because their client was too slow")
                .register(registry);
        CODES.forEach(code -> closes.put(code, closes(registry, code.toString())));
        otherCloses = closes(registry, "other");
    }

    /** @param bytes of all of them */
    void sent(List<Frame> frames, int bytes) {
        sent.add(frames.size(), bytes);
        var now = clock.millis();
        for (var frame : frames) {
            if (frame.isTimed()) {
                delivered(frame.span(), Math.max(0, now - frame.since()));
            }
        }
    }

    void received(int bytes) {
        received.add(1, bytes);
    }

    private void delivered(RecordSpan span, long delayMillis) {
        if (span.isTraced()) {
            span.part("write to a socket");
            // So that the histogram names the trace as an example of such a delay.
            span.run(() -> latency.record(delayMillis, TimeUnit.MILLISECONDS));
        } else {
            latency.record(delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private static Counter closes(MeterRegistry registry, String code) {
        return Counter.builder("webchat.push.closes")
                .description("Connections that ended, by their close code, whoever closed them")
                .tag("code", code)
                .register(registry);
    }

    void closed(int code) {
        Objects.requireNonNull(closes.getOrDefault(code, otherCloses)).increment();
    }

    void overflowed() {
        overflows.increment();
    }
}
