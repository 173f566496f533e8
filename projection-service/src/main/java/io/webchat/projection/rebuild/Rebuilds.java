package io.webchat.projection.rebuild;

import io.webchat.log.Topic;
import io.webchat.projection.consume.CutOffs;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.consume.View;
import io.webchat.projection.consume.ViewPositions;
import io.webchat.projection.rebuild.ViewComparison.CollectionComparison;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.projection.store.ViewGenerations;
import io.webchat.projection.store.ViewState;
import io.webchat.support.problem.InvalidField;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What operators do with the generations of views, whichever way they ask. A view that there is not is a
 * {@code not-found} (404) that names {@code view}; what is not possible now is a {@code conflicting-state} (409).
 */
@Component
class Rebuilds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<View> views;
    private final ViewGenerations generations;
    private final ViewPositions positions;
    private final ViewComparison comparison;
    private final CutOffs cutOffs;

    Rebuilds(
            List<Projection<?>> projections,
            ViewGenerations generations,
            ViewPositions positions,
            ViewComparison comparison,
            CutOffs cutOffs) {
        this.views = projections.stream().map(Projection::view).toList();
        this.generations = generations;
        this.positions = positions;
        this.comparison = comparison;
        this.cutOffs = cutOffs;
    }

    /** What changes the generations of a view. */
    enum Change {
        /** Begins another generation, or goes on with one that was begun. */
        REBUILD,
        /** Reads the generation that is being built, once it is as far as the other one. */
        SWITCH,
        /** Reads the former generation again. */
        BACK,
        /** Gives up the generation that is being built. */
        STOP,
        /** Gives up the former generation. */
        DROP
    }

    /** How two generations differ. */
    record ComparisonReport(long live, long other, boolean same, List<CollectionComparison> collections) {}

    List<View> views() {
        return views;
    }

    View view(String name) {
        return views.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> unknown(name));
    }

    private ProblemException unknown(String name) {
        var names = views.stream().map(View::name).sorted().toList();
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "view: " + name + " (expected: one of " + names + ")",
                new InvalidField("view", "must be one of " + String.join(", ", names)));
    }

    /** The generations of a view, as far as this instance knows. */
    ViewState stateOf(View view) {
        return generations.of(view.name());
    }

    /** Learns what other instances have decided. */
    void refresh() {
        generations.refresh();
    }

    ViewState change(View view, Change change) {
        generations.refresh();
        var state = stateOf(view);
        return switch (change) {
            case REBUILD -> generations.begin(view.name());
            case STOP -> generations.stop(view.name());
            case DROP -> generations.drop(view.name());
            case BACK -> read(view, state.previous(), "has no former generation", generations::goBack);
            case SWITCH -> read(view, state.building(), "is not being rebuilt", generations::switchOver);
        };
    }

    /** Compares the generation that is being built, or else the former one, with the one that is read. */
    ComparisonReport compare(View view) throws InterruptedException {
        generations.refresh();
        var state = stateOf(view);
        var number = state.building() == null ? state.previous() : state.building();
        if (number == null) {
            throw conflicting(view.name() + " has one generation only");
        }
        var other = new Generation(view.name(), number);
        var collections = comparison.compare(state.liveGeneration(), other, () -> reaches(view, other));
        var same = collections.stream().allMatch(CollectionComparison::isSame);
        return new ComparisonReport(state.live(), number, same, collections);
    }

    /** Lets a generation be read that is as far as the live one was a moment ago. */
    private ViewState read(
            View view, @Nullable Long number, String otherwise, Function<Generation, ViewState> decision) {
        if (number == null) {
            throw conflicting(view.name() + " " + otherwise);
        }
        var generation = new Generation(view.name(), number);
        if (!reaches(view, generation)) {
            throw conflicting("generation " + number + " of " + view.name() + " is not as far as the one that is read");
        }
        var after = decision.apply(generation);
        if (after.live() != number) {
            throw conflicting("somebody else has decided about " + view.name() + " meanwhile");
        }
        return after;
    }

    private boolean reaches(View view, Generation generation) {
        var there = cutOffs.attainable(view, positions(view, stateOf(view).liveGeneration()));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        return GenerationRouting.call(
                generation,
                () -> there.entrySet().stream()
                        .allMatch(
                                partition -> positions.await(view, partition.getKey(), partition::getValue, deadline)));
    }

    /** Up to where a generation is in each partition; what is missing is at its beginning. */
    Map<Integer, Long> positions(View view, Generation generation) {
        var partitions = IntStream.range(0, Topic.PARTITIONS).boxed().toList();
        return GenerationRouting.call(generation, () -> positions.stored(view, partitions));
    }

    /** Whether one generation is at least as far as the one that is read. */
    boolean isAt(View view, Map<Integer, Long> here, Map<Integer, Long> there) {
        return cutOffs.attainable(view, there).entrySet().stream()
                .allMatch(partition -> here.getOrDefault(partition.getKey(), 0L) >= partition.getValue());
    }

    private static ProblemException conflicting(String why) {
        return new ProblemException(ProblemType.CONFLICTING_STATE, why);
    }
}
