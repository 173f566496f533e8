package io.webchat.projection.rebuild;

import io.webchat.projection.consume.View;
import io.webchat.projection.rebuild.Rebuilds.Change;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.ViewState;
import io.webchat.support.problem.ProblemException;
import java.util.List;
import java.util.Map;
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
    private final Rebuilds rebuilds;

    ViewsEndpoint(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** What operators can do: compare generations, or {@link Change} them. */
    enum Action {
        REBUILD,
        COMPARE,
        SWITCH,
        BACK,
        STOP,
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

    @ReadOperation
    Map<String, List<ViewReport>> views() {
        rebuilds.refresh();
        return Map.of(
                "views",
                rebuilds.views().stream()
                        .map(view -> report(view, rebuilds.stateOf(view)))
                        .toList());
    }

    @WriteOperation
    WebEndpointResponse<Object> act(@Selector String name, Action action) throws InterruptedException {
        try {
            var view = rebuilds.view(name);
            return new WebEndpointResponse<>(
                    action == Action.COMPARE
                            ? rebuilds.compare(view)
                            : report(view, rebuilds.change(view, Change.valueOf(action.name()))));
        } catch (ProblemException e) {
            return new WebEndpointResponse<>(
                    Map.of("error", String.valueOf(e.getMessage())),
                    e.type().status().value());
        }
    }

    private ViewReport report(View view, ViewState state) {
        var there = rebuilds.positions(view, state.liveGeneration());
        var total = there.values().stream().mapToLong(Long::longValue).sum();
        if (state.building() == null) {
            return new ViewReport(view.name(), state.live(), state.previous(), null, null, total, null);
        }
        var here = rebuilds.positions(view, new Generation(view.name(), state.building()));
        var applied = here.values().stream().mapToLong(Long::longValue).sum();
        var caughtUp = rebuilds.isAt(view, here, there);
        return new ViewReport(view.name(), state.live(), state.previous(), state.building(), applied, total, caughtUp);
    }
}
