package io.webchat.benchmark.push;

import io.webchat.benchmark.Benchmark;

/** Says for people what was found, as it is found: each figure beside its limit and beside its peer. */
final class Printer {
    private final Benchmark out;

    Printer(Benchmark out) {
        this.out = out;
    }

    void room(Room found) {
        line("");
        line(
                "from accepted to delivered in a channel of %d, at %d messages a second, medians of %d rounds of %d s",
                found.members(), found.perSecond(), Plan.ROOM_ROUNDS, Plan.ROOM_SECONDS);
        line(
                "  %-36s p50 %7.2f ms  p99 %7.2f ms  (limits of %.0f and %.0f ms: %s)",
                "HTTP 201 to frame",
                found.webChat().p50(),
                found.webChat().p99(),
                Room.MOST_P50,
                Room.MOST_P99,
                verdict(found.webChat().p50() <= Room.MOST_P50
                        && found.webChat().p99() <= Room.MOST_P99));
        line(
                "  %-36s p50 %7.2f ms  p99 %7.2f ms",
                "bare Kafka, acknowledged to consumed",
                found.kafka().p50(),
                found.kafka().p99());
    }

    void fanOut(FanOut found) {
        line("");
        line(
                "processor time of the instance for a delivery of %d characters to %d subscribers",
                Plan.MESSAGE_CHARACTERS, found.subscribers());
        cost("messages one after another", found.single(), "the bare write");
        cost("in bursts of " + Plan.BURST_MESSAGES, found.bursts(), "the bare write");
        cost("messages that come seldom, " + Plan.SELDOM_MESSAGES_PER_SECOND + "/s", found.seldom(), "one as seldom");
        line(
                "  %-36s %7.2f us; %.2f us in rounds as seldom",
                "bare write() of the same " + found.frameBytes() + " bytes",
                found.bareMicros(),
                found.seldomBareMicros());
    }

    private void cost(String name, FanOut.Cost cost, String peer) {
        line(
                "  %-36s %7.2f us, %.2f times %s (limit %.1f: %s); %d deliveries a second",
                name,
                cost.micros(),
                cost.timesBare(),
                peer,
                cost.mostTimesBare(),
                verdict(cost.holds()),
                cost.perSecond());
    }

    void memory(Memory found) {
        line("");
        line("an idle connection in twenty channels: the slope from %d to %d", found.few(), found.many());
        line(
                "  %-36s %7.1f KB (limit %d KB: %s)",
                "heap",
                found.heapBytes() / 1_024.0,
                Memory.MOST_HEAP >> 10,
                verdict(found.heapBytes() <= Memory.MOST_HEAP));
        line(
                "  %-36s %7.1f KB (limit %d KB: %s); %d MB with all of them",
                "resident",
                found.residentBytes() / 1_024.0,
                Memory.MOST_RESIDENT >> 10,
                verdict(found.residentBytes() <= Memory.MOST_RESIDENT),
                found.residentMegabytes());
        line(
                "  %-36s p50 %7.2f ms  p99 %7.2f ms  (limit of p99 %.0f ms: %s)",
                "connect and identify at " + Plan.CONNECTS_PER_SECOND + "/s",
                found.connect().p50(),
                found.connect().p99(),
                Memory.MOST_CONNECT_P99,
                verdict(found.connect().p99() <= Memory.MOST_CONNECT_P99));
    }

    void reach(Reach found) {
        line("");
        line(
                "a message to %d recipients: the last has it %.1f ms after it was accepted",
                found.recipients(), found.millis());
    }

    private static String verdict(boolean holds) {
        return holds ? "holds" : "MISSED";
    }

    private void line(String format, Object... arguments) {
        out.line(format, arguments);
    }
}
