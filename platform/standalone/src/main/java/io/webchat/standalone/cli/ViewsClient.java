package io.webchat.standalone.cli;

import io.webchat.standalone.cli.ManagementClient.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Talks to a projection-service about its views, over its management port. */
final class ViewsClient {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ManagementClient service;

    ViewsClient(ManagementClient service) {
        this.service = service;
    }

    List<JsonNode> views() throws IOException, InterruptedException, RefusedException {
        return service.get("/views").path("views").valueStream().toList();
    }

    JsonNode act(String view, String action) throws IOException, InterruptedException, RefusedException {
        return service.post("/views/" + view, "{\"action\":\"" + action + "\"}");
    }

    /** Begins a generation of a view, or goes on with it, and returns when it is as far as the one that is read. */
    JsonNode build(String view) throws IOException, InterruptedException, RefusedException {
        var report = act(view, "rebuild");
        var began = System.nanoTime();
        var first = report.path("applied").asLong();
        while (!report.path("caughtUp").asBoolean()) {
            Thread.sleep(LOOK_AGAIN);
            report = one(view);
            if (report.path("building").isMissingNode()
                    || report.path("building").isNull()) {
                throw new RefusedException(view + ": somebody else has stopped it");
            }
            print(view, report, first, Duration.ofNanos(System.nanoTime() - began));
        }
        return report;
    }

    boolean isBuilding(String view) throws IOException, InterruptedException, RefusedException {
        return one(view).path("building").isNumber();
    }

    private JsonNode one(String view) throws IOException, InterruptedException, RefusedException {
        return views().stream()
                .filter(other -> other.path("view").asString().equals(view))
                .findFirst()
                .orElseThrow(() -> new RefusedException("there is no view " + view));
    }

    private static void print(String view, JsonNode report, long first, Duration elapsed) {
        var applied = report.path("applied").asLong();
        var total = Math.max(1, report.path("total").asLong());
        var rate = (applied - first) * 1_000.0 / Math.max(1, elapsed.toMillis());
        System.out.printf(
                Locale.ROOT,
                "%s: generation %d, %,d of %,d offsets (%d %%)%s%n",
                view,
                report.path("building").asLong(),
                applied,
                total,
                Math.min(100, 100 * applied / total),
                rate > 0
                        ? ", %,.0f a second, about %,.0f s left".formatted(rate, Math.max(0, total - applied) / rate)
                        : "");
    }

    /** Compares what was built with what is read, and prints what was found. Returns whether they are the same. */
    boolean compare(String view) throws IOException, InterruptedException, RefusedException {
        var report = act(view, "compare");
        System.out.printf(
                Locale.ROOT,
                "%s: generation %d beside %d, which is read%n",
                view,
                report.path("other").asLong(),
                report.path("live").asLong());
        for (var collection : report.path("collections")) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-20s %,10d documents  %s  %s%n",
                    collection.path("collection").asString(),
                    collection.path("documents").asLong(),
                    collection.path("hash").asString(),
                    difference(collection));
        }
        return report.path("same").asBoolean();
    }

    private static String difference(JsonNode collection) {
        var differing = collection.path("differing").asLong();
        return differing == 0
                ? "the same"
                : "%s, %,d differ, such as %s"
                        .formatted(
                                collection.path("otherHash").asString(),
                                differing,
                                collection
                                        .path("examples")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.joining(", ")));
    }
}
