package io.webchat.projection.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What searching tells operators beside what every view does. */
final class SearchMetrics {
    private SearchMetrics() {}

    static void register(SearchReplica replica, MeterRegistry meters) {
        var view = SearchReplica.VIEW.name();
        Gauge.builder("webchat.projection.running", replica, r -> r.isFollowing() ? 1 : 0)
                .description("Whether the consumer of a view lives")
                .tag("view", view)
                .register(meters);
        Gauge.builder("webchat.search.documents", replica, SearchReplica::size)
                .description("Messages in the index, deleted ones included")
                .register(meters);
        Gauge.builder("webchat.search.behind", replica, SearchReplica::behind)
                .description("Offsets of the log that the index had not seen when it last looked")
                .register(meters);
        TimeGauge.builder(
                        "webchat.search.staleness",
                        replica,
                        TimeUnit.SECONDS,
                        r -> r.staleness().toMillis() / 1_000.0)
                .description(
                        "How long ago the index is known to have been complete; while it is built, since it was begun")
                .register(meters);
        var ignored = duration(meters);
    }

    /** Of a search, from the parsed request to the answer. */
    static Timer duration(MeterRegistry meters) {
        return Timer.builder("webchat.search.duration")
                .description("From the request for a search to its answer, waits for consistency tokens included")
                .publishPercentileHistogram()
                .register(meters);
    }

    static void waited(MeterRegistry meters, long nanos, boolean reached) {
        meters.timer(
                        "webchat.projection.consistency.wait",
                        "view",
                        SearchReplica.VIEW.name(),
                        "reached",
                        Boolean.toString(reached))
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
