package io.webchat.push.typing;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.replica.StructureReplica;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.entitlement.Sight;
import io.webchat.push.protocol.FrameCodec;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class TypingConfiguration {
    @Bean
    Typing typing(
            Backplane backplane,
            StructureReplica structure,
            JsonMapper json,
            TypingProperties properties,
            ObjectProvider<Clock> clock,
            MeterRegistry registry) {
        return new Typing(
                backplane,
                new Sight(structure),
                new FrameCodec(json),
                properties,
                clock.getIfAvailable(Clock::systemUTC),
                registry);
    }
}
