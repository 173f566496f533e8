package io.webchat.push.presence;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.replica.StructureReplica;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.entitlement.Sight;
import io.webchat.push.protocol.FrameCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PresenceConfiguration {
    @Bean
    Presence presence(
            Backplane backplane,
            PresenceProperties properties,
            StructureReplica structure,
            JsonMapper json,
            MeterRegistry registry) {
        var codec = new FrameCodec(json);
        var store = new PresenceStore(backplane, properties);
        var metrics = new PresenceMetrics(registry);
        var devices = new Devices(backplane, store, properties, codec);
        metrics.devices(devices::size);
        var watch = new PresenceWatch(backplane, store, new Sight(structure), codec, metrics, properties.timeToLive());
        metrics.watched(watch::size);
        return new Presence(backplane, properties, devices, watch);
    }
}
