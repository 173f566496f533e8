package io.webchat.projection.cache;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.LogEpoch;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.projection.store.Positioned;
import io.webchat.support.watch.Probe;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the caches of this service, which share one circuit to Redis, with whatever else is asked of it. */
@Component
public class ViewCaches {
    private final StringRedisTemplate redis;
    private final Circuit circuit = new Circuit(Duration.ofSeconds(1));
    private final JsonMapper json;
    private final String epoch;
    private final GenerationRouting routing;
    private final MeterRegistry meters;

    ViewCaches(
            StringRedisTemplate redis,
            JsonMapper json,
            LogEpoch epoch,
            GenerationRouting routing,
            MeterRegistry meters) {
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
        return new PositionedCache<>(redis, circuit, json, type, keys, lifetime, new CacheMetrics(name, meters));
    }

    /** Asks Redis something that is no copy of a view. Empty while Redis is away. */
    public <T> Optional<T> ask(Function<StringRedisTemplate, T> question) {
        return circuit.call(() -> question.apply(redis));
    }

    @Configuration(proxyBeanMethods = false)
    static class Connections {
        /** Redis may be away: an operator should know. */
        @Bean
        Probe redisProbe(StringRedisTemplate redis) {
            return new Probe("redis", () -> redis.hasKey("webchat:probe"));
        }

        /** Without a connection a command fails at once. */
        @Bean
        LettuceClientOptionsBuilderCustomizer failFast() {
            return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
        }
    }
}
