package io.webchat.projection.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The generations of a view.
 *
 * @param view its name
 * @param latest the highest number that was ever given
 * @param live the one that is read
 * @param previous the one that was read before, kept up to date for going back
 * @param building the one that is being built
 * @param leaving those that are to be removed, and that nobody reads or builds any more
 * @param changedAt when that was decided
 * @param version counts the decisions
 */
@Document(ViewCollections.GENERATIONS)
public record ViewState(
        @Id String view,
        long latest,
        long live,
        @Nullable Long previous,
        @Nullable Long building,
        List<Long> leaving,
        Instant changedAt,
        @Version @Nullable Long version) {

    static ViewState initial(String view) {
        return new ViewState(view, Generation.FIRST, Generation.FIRST, null, null, List.of(), Instant.EPOCH, null);
    }

    /** Those that follow the log. */
    public List<Generation> followed() {
        return Stream.of(live, previous, building)
                .filter(Objects::nonNull)
                .map(number -> new Generation(view, number))
                .toList();
    }

    /** Whether it was decided after another state of the same view. */
    boolean isAfter(ViewState other) {
        return decisions() > other.decisions();
    }

    private long decisions() {
        return version == null ? -1 : version;
    }

    public Generation liveGeneration() {
        return new Generation(view, live);
    }

    ViewState begun(Instant at) {
        return new ViewState(view, latest + 1, live, previous, latest + 1, leaving, at, version);
    }

    ViewState stopped(Instant at) {
        return new ViewState(view, latest, live, previous, null, leavingAlso(building), at, version);
    }

    ViewState switched(long built, Instant at) {
        return new ViewState(view, latest, built, live, null, leavingAlso(previous), at, version);
    }

    ViewState gone(long before, Instant at) {
        return new ViewState(view, latest, before, live, building, leaving, at, version);
    }

    ViewState dropped(Instant at) {
        return new ViewState(view, latest, live, null, building, leavingAlso(previous), at, version);
    }

    ViewState removed(long number) {
        var left = leaving.stream().filter(other -> other != number).toList();
        return new ViewState(view, latest, live, previous, building, left, changedAt, version);
    }

    private List<Long> leavingAlso(@Nullable Long number) {
        return number == null
                ? leaving
                : Stream.concat(leaving.stream(), Stream.of(number)).toList();
    }
}
