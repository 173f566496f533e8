package io.webchat.projection.store;

import io.webchat.support.limit.LimitProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Which generations each view has, decided together by all instances that share a store: a decision is one conditional
 * write, and every instance learns of it within {@link #LOOK_AGAIN}.
 *
 * <p>A generation that leaves is removed when nobody reads or follows it any more: a request keeps the one that it
 * began with, so that is after the longest one, and {@link #MARGIN}. <b>Limit.</b> An instance that is held up for
 * longer may write some documents of it once more; its number is never used again.
 */
@Component
@DependsOn("viewEpoch")
public class ViewGenerations {
    /** How often an instance looks for decisions. */
    public static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** For instances that hear of a decision late, and do something without being asked. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final GenerationRouting routing;
    private final Duration farewell;
    private final Clock clock;
    private final Map<String, ViewState> known = new ConcurrentHashMap<>();

    ViewGenerations(MongoTemplate mongo, GenerationRouting routing, LimitProperties limits, Clock clock) {
        this.mongo = mongo;
        this.routing = routing;
        this.farewell = limits.requestTime().plus(MARGIN);
        this.clock = clock;
        refresh();
    }

    /** Learns what was decided since. */
    public final void refresh() {
        mongo.findAll(ViewState.class).forEach(this::learn);
    }

    /** What this instance knows of a view. */
    public ViewState of(String view) {
        return known.getOrDefault(view, ViewState.initial(view));
    }

    /** Begins another generation. Nothing changes if one is being built. */
    public ViewState begin(String view) {
        return decide(view, (state, now) -> state.building() == null ? state.begun(now) : state);
    }

    /** Gives up the generation that is being built. */
    public ViewState stop(String view) {
        return decide(view, (state, now) -> state.building() == null ? state : state.stopped(now));
    }

    /** Reads a generation from now on, if it is still the one that is being built, and keeps the other one. */
    public ViewState switchOver(Generation built) {
        return decide(
                built.view(),
                (state, now) ->
                        Objects.equals(state.building(), built.number()) ? state.switched(built.number(), now) : state);
    }

    /** Reads the former generation again, and keeps the other one. */
    public ViewState goBack(Generation former) {
        return decide(
                former.view(),
                (state, now) ->
                        Objects.equals(state.previous(), former.number()) ? state.gone(former.number(), now) : state);
    }

    /** Gives up the former generation. */
    public ViewState drop(String view) {
        return decide(view, (state, now) -> state.previous() == null ? state : state.dropped(now));
    }

    /** What has left long enough ago, and is to be removed. */
    public List<Generation> departed(String view) {
        var state = of(view);
        return clock.instant().isBefore(state.changedAt().plus(farewell))
                ? List.of()
                : state.leaving().stream()
                        .map(number -> new Generation(view, number))
                        .toList();
    }

    /** Removes the documents and positions of a generation that has left, and what is known of its dead letters. */
    public void remove(Generation generation) {
        GenerationRouting.run(
                generation, () -> ViewCollections.of(generation.view()).forEach(mongo::dropCollection));
        var ofGeneration = Query.query(Criteria.where("_id").regex("^" + Pattern.quote(generation.name() + "/")));
        mongo.remove(ofGeneration, ViewCollections.POSITIONS);
        mongo.remove(ofGeneration, ViewCollections.REPLAYS);
        decide(generation.view(), (state, now) -> state.removed(generation.number()));
    }

    private ViewState decide(String view, BiFunction<ViewState, Instant, ViewState> decision) {
        ViewCollections.of(view);
        while (true) {
            var stored = mongo.findById(view, ViewState.class);
            var before = stored == null ? ViewState.initial(view) : stored;
            var after = decision.apply(before, clock.instant());
            if (after.equals(before)) {
                return learn(before);
            }
            try {
                return learn(mongo.save(after));
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                // Somebody else has decided something meanwhile, which may make this one void.
            }
        }
    }

    /** What is known already may be later: decisions are made and looked for on several threads. */
    private synchronized ViewState learn(ViewState state) {
        var before = known.get(state.view());
        var latest = before != null && before.isAfter(state) ? before : state;
        known.put(state.view(), latest);
        routing.read(latest.liveGeneration());
        return latest;
    }
}
