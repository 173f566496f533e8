package io.webchat.projection.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.LogEpoch;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.projection.store.Positioned;
import io.webchat.support.redis.BestEffortRedis;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the caches of this service. */
@Component
public class ViewCaches {
    private final BestEffortRedis redis;
    private final JsonMapper json;
    private final String epoch;
    private final GenerationRouting routing;
    private final MeterRegistry meters;

    ViewCaches(
            BestEffortRedis redis, JsonMapper json, LogEpoch epoch, GenerationRouting routing, MeterRegistry meters) {
        this.routing = routing;
        this.redis = redis;
        this.json = json;
        this.epoch = epoch.value();
        this.meters = meters;
    }

    /**
     * Makes one.
     *
     * @param name part of the keys and metrics
     * @param view that it holds copies of; each generation has its own
     * @param lifetime after which a copy is dropped even if nothing has changed
     */
    public <D extends Positioned> PositionedCache<D> of(String name, String view, Class<D> type, Duration lifetime) {
        Supplier<String> keys =
                () -> "webchat:" + epoch + ":" + routing.current(view).name() + ":" + name + ":";
        return new PositionedCache<>(redis, json, type, keys, lifetime, new CacheMetrics(name, meters));
    }
}
