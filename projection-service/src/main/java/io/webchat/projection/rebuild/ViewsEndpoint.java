package io.webchat.projection.rebuild;

import io.webchat.log.Topic;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import io.webchat.projection.consume.ViewPositions;
import io.webchat.projection.rebuild.ViewComparison.CollectionComparison;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.projection.store.ViewGenerations;
import io.webchat.projection.store.ViewState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * The views and their generations, for operators: {@code GET /actuator/views} on the management port tells where they
 * are, {@code POST /actuator/views/{view}} with {@code {"action":"…"}} changes that.
 */
@Endpoint(id = "views")
@Component
class ViewsEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<View> views;
    private final ViewGenerations generations;
    private final ViewPositions positions;
    private final ViewComparison comparison;

    ViewsEndpoint(
            List<Projection<?>> projections,
            ViewGenerations generations,
            ViewPositions positions,
            ViewComparison comparison) {
        this.views = projections.stream().map(Projection::view).toList();
        this.generations = generations;
        this.positions = positions;
        this.comparison = comparison;
    }

    /** What operators can do. */
    enum Action {
        /** Begins another generation, or goes on with one that was begun. */
        REBUILD,
        /** Compares the generation that is being built, or else the former one, with the one that is read. */
        COMPARE,
        /** Reads the generation that is being built, once it is as far as the other one. */
        SWITCH,
        /** Reads the former generation again. */
        BACK,
        /** Gives up the generation that is being built. */
        STOP,
        /** Gives up the former generation. */
        DROP
    }

    /**
     * A view.
     *
     * @param live the generation that is read
     * @param previous the one that was read before, and is kept
     * @param building the one that is being built
     * @param applied how many offsets of the log that one has behind it
     * @param total how many the one that is read has behind it
     * @param caughtUp whether they are as far
     */
    record ViewReport(
            String view,
            long live,
            @Nullable Long previous,
            @Nullable Long building,
            @Nullable Long applied,
            long total,
            @Nullable Boolean caughtUp) {}

    /** How two generations differ. */
    record ComparisonReport(long live, long other, boolean same, List<CollectionComparison> collections) {}

    @ReadOperation
    Map<String, List<ViewReport>> views() {
        generations.refresh();
        return Map.of(
                "views",
                views.stream()
                        .map(view -> report(view, generations.of(view.name())))
                        .toList());
    }

    @WriteOperation
    WebEndpointResponse<Object> act(@Selector String name, Action action) throws InterruptedException {
        var view = views.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (view == null) {
            return refused(
                    404,
                    "view: " + name + " (expected: one of "
                            + views.stream().map(View::name).sorted().toList() + ")");
        }
        generations.refresh();
        var state = generations.of(name);
        return switch (action) {
            case REBUILD -> done(view, generations.begin(name));
            case STOP -> done(view, generations.stop(name));
            case DROP -> done(view, generations.drop(name));
            case BACK -> read(view, state.previous(), "has no former generation", generations::goBack);
            case COMPARE -> compare(state);
            case SWITCH -> read(view, state.building(), "is not being rebuilt", generations::switchOver);
        };
    }

    private WebEndpointResponse<Object> compare(ViewState state) throws InterruptedException {
        var number = state.building() == null ? state.previous() : state.building();
        if (number == null) {
            return refused(409, state.view() + " has one generation only");
        }
        var collections = comparison.compare(state.liveGeneration(), new Generation(state.view(), number));
        var same = collections.stream().allMatch(CollectionComparison::isSame);
        return new WebEndpointResponse<>(new ComparisonReport(state.live(), number, same, collections));
    }

    /** Lets a generation be read that is as far as the live one was a moment ago. */
    private WebEndpointResponse<Object> read(
            View view, @Nullable Long number, String otherwise, Function<Generation, ViewState> decision) {
        if (number == null) {
            return refused(409, view.name() + " " + otherwise);
        }
        var generation = new Generation(view.name(), number);
        if (!reaches(view, generation)) {
            return refused(
                    409, "generation " + number + " of " + view.name() + " is not as far as the one that is read");
        }
        var after = decision.apply(generation);
        return after.live() == number
                ? done(view, after)
                : refused(409, "somebody else has decided about " + view.name() + " meanwhile");
    }

    /** Both are moving on, batch by batch: the one has to reach where the other one is now. */
    private boolean reaches(View view, Generation generation) {
        var there = positions(view, generations.of(view.name()).liveGeneration());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        return GenerationRouting.call(
                generation,
                () -> there.entrySet().stream()
                        .allMatch(
                                partition -> positions.await(view, partition.getKey(), partition::getValue, deadline)));
    }

    private static boolean isAt(Map<Integer, Long> here, Map<Integer, Long> there) {
        return there.entrySet().stream()
                .allMatch(partition -> here.getOrDefault(partition.getKey(), 0L) >= partition.getValue());
    }

    private WebEndpointResponse<Object> done(View view, ViewState state) {
        return new WebEndpointResponse<>(report(view, state));
    }

    private static WebEndpointResponse<Object> refused(int status, String why) {
        return new WebEndpointResponse<>(Map.of("error", why), status);
    }

    private ViewReport report(View view, ViewState state) {
        var there = positions(view, state.liveGeneration());
        var total = there.values().stream().mapToLong(Long::longValue).sum();
        if (state.building() == null) {
            return new ViewReport(view.name(), state.live(), state.previous(), null, null, total, null);
        }
        var here = positions(view, new Generation(view.name(), state.building()));
        var applied = here.values().stream().mapToLong(Long::longValue).sum();
        var caughtUp = isAt(here, there);
        return new ViewReport(view.name(), state.live(), state.previous(), state.building(), applied, total, caughtUp);
    }

    private Map<Integer, Long> positions(View view, Generation generation) {
        var partitions = IntStream.range(0, Topic.PARTITIONS).boxed().toList();
        return GenerationRouting.call(generation, () -> positions.stored(view, partitions));
    }
}
