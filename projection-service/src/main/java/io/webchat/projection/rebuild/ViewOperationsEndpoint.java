package io.webchat.projection.rebuild;

import io.webchat.projection.consume.View;
import io.webchat.projection.consume.ViewLags;
import io.webchat.projection.consume.ViewLags.PartitionLag;
import io.webchat.projection.consume.ViewLags.Watched;
import io.webchat.projection.rebuild.Rebuilds.Change;
import io.webchat.projection.rebuild.Rebuilds.ComparisonReport;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.ViewState;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The views, how far behind the log they are, and their generations, for operators in the web app. */
@RestController
class ViewOperationsEndpoint {
    private static final Logger log = LoggerFactory.getLogger(ViewOperationsEndpoint.class);

    private final Rebuilds rebuilds;
    private final ViewLags lags;
    private final Clock clock;

    ViewOperationsEndpoint(Rebuilds rebuilds, ViewLags lags, Clock clock) {
        this.rebuilds = rebuilds;
        this.lags = lags;
        this.clock = clock;
    }

    /** @param at when it was looked at, by the clock of the instance that answers */
    record OperatedViews(Instant at, List<OperatedView> views) {}

    /**
     * A view.
     *
     * @param topic that it is folded from
     * @param live the generation that is read
     * @param building the one that is being built
     * @param previous the one that was read before, and is kept up to date
     * @param caughtUp whether the one that is being built is as far as the one that is read; null if none is built
     */
    record OperatedView(
            String view,
            String topic,
            OperatedGeneration live,
            @Nullable OperatedGeneration building,
            @Nullable OperatedGeneration previous,
            @Nullable Boolean caughtUp) {}

    /**
     * A generation of a view. Its figures are those of its partitions: sums, and the longest of {@code lagSeconds}.
     *
     * @param lagSeconds null if that of a partition is not known
     * @param rate null if that of a partition is not known
     */
    record OperatedGeneration(
            long number,
            long applied,
            long end,
            long lagRecords,
            @Nullable Double lagSeconds,
            @Nullable Double rate,
            List<OperatedPartition> partitions) {
        static OperatedGeneration of(long number, List<PartitionLag> lags) {
            return new OperatedGeneration(
                    number,
                    lags.stream().mapToLong(PartitionLag::position).sum(),
                    lags.stream().mapToLong(PartitionLag::end).sum(),
                    lags.stream().mapToLong(PartitionLag::records).sum(),
                    all(lags, PartitionLag::seconds, Math::max),
                    all(lags, PartitionLag::rate, Double::sum),
                    lags.stream().map(OperatedPartition::of).toList());
        }

        private static @Nullable Double all(
                List<PartitionLag> lags,
                Function<PartitionLag, @Nullable Double> figure,
                BinaryOperator<Double> together) {
            var known = lags.stream().map(figure).filter(Objects::nonNull).toList();
            return known.size() == lags.size() ? known.stream().reduce(together).orElse(null) : null;
        }
    }

    /**
     * A partition of the topic.
     *
     * @param position everything before it is in the view
     * @param end where the partition ends
     * @param lagRecords how many offsets lie between the two; 0 if there is no record among them
     * @param lagSeconds the age of the first record that is not in the view; 0 if there is none, null if not known
     * @param rate offsets that were applied a second, over the last 15 s at most; null if the instance that answers was
     *     not asked before
     */
    record OperatedPartition(
            int partition,
            long position,
            long end,
            long lagRecords,
            @Nullable Double lagSeconds,
            @Nullable Double rate) {
        static OperatedPartition of(PartitionLag lag) {
            return new OperatedPartition(
                    lag.partition(), lag.position(), lag.end(), lag.records(), lag.seconds(), lag.rate());
        }
    }

    /** @param action {@code rebuild}, {@code switch}, {@code back}, {@code stop} or {@code drop} */
    record ViewChange(String action) {
        Change validated() {
            return Arrays.stream(Change.values())
                    .filter(change -> word(change).equals(action))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("action", "must be one of " + words()));
        }

        private static String words() {
            return Arrays.stream(Change.values()).map(ViewChange::word).collect(Collectors.joining(", "));
        }

        private static String word(Change change) {
            return change.name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/api/operations/views")
    OperatedViews listOperatedViews(AuthenticatedUser user) {
        user.requireOperator();
        rebuilds.refresh();
        var states = rebuilds.views().stream().collect(Collectors.toMap(Function.identity(), rebuilds::stateOf));
        var at = clock.instant();
        var looked = lags.look(states.entrySet().stream()
                .flatMap(view ->
                        view.getValue().followed().stream().map(generation -> new Watched(view.getKey(), generation)))
                .toList());
        return new OperatedViews(
                at,
                rebuilds.views().stream()
                        .map(view -> operated(view, Objects.requireNonNull(states.get(view)), looked))
                        .toList());
    }

    @PostMapping("/api/operations/views/{view}")
    OperatedView changeOperatedView(@PathVariable String view, @RequestBody ViewChange change, AuthenticatedUser user) {
        user.requireOperator();
        var known = rebuilds.view(view);
        var wanted = change.validated();
        var state = rebuilds.change(known, wanted);
        log.info("{} of {} by operator {}", wanted, view, user.userId());
        return operated(
                known,
                state,
                lags.look(state.followed().stream()
                        .map(generation -> new Watched(known, generation))
                        .toList()));
    }

    @GetMapping("/api/operations/views/{view}/comparison")
    ComparisonReport compareOperatedView(@PathVariable String view, AuthenticatedUser user)
            throws InterruptedException {
        user.requireOperator();
        return rebuilds.compare(rebuilds.view(view));
    }

    private OperatedView operated(View view, ViewState state, Map<Generation, List<PartitionLag>> looked) {
        var live = Objects.requireNonNull(generation(view, state.live(), looked));
        var building = generation(view, state.building(), looked);
        return new OperatedView(
                view.name(),
                view.topic().topicName(),
                live,
                building,
                generation(view, state.previous(), looked),
                building == null ? null : (Boolean) rebuilds.isAt(view, positions(building), positions(live)));
    }

    private static @Nullable OperatedGeneration generation(
            View view, @Nullable Long number, Map<Generation, List<PartitionLag>> looked) {
        return number == null
                ? null
                : OperatedGeneration.of(number, looked.getOrDefault(new Generation(view.name(), number), List.of()));
    }

    private static Map<Integer, Long> positions(OperatedGeneration generation) {
        return generation.partitions().stream()
                .collect(Collectors.toMap(OperatedPartition::partition, OperatedPartition::position));
    }
}
