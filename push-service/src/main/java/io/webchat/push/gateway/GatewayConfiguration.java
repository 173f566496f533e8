package io.webchat.push.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.LogEpoch;
import io.webchat.push.fanout.FanOut;
import io.webchat.push.login.EndedLogins;
import io.webchat.push.presence.Presence;
import io.webchat.push.protocol.FrameCodec;
import io.webchat.push.resume.SessionStart;
import io.webchat.push.typing.Typing;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.token.AccessTokens;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("push-", 0).factory());

    @Bean
    SocketWriters socketWriters() {
        return new SocketWriters(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    ListeningSocket listeningSocket() {
        return new ListeningSocket();
    }

    @Bean
    Sessions sessions(
            ListeningSocket listening,
            GatewayProperties properties,
            AccessTokens accessTokens,
            EndedLogins endedLogins,
            ConsistencyTokens consistencyTokens,
            LogEpoch epoch,
            SessionStart start,
            FanOut fanOut,
            Presence presence,
            Typing typing,
            JsonMapper json,
            ObjectProvider<Clock> clock,
            MeterRegistry registry) {
        var codec = new FrameCodec(json);
        var frames = new ServerFrames(codec, consistencyTokens, epoch);
        var services = new SessionServices(
                properties,
                accessTokens,
                endedLogins,
                codec,
                frames,
                start,
                fanOut,
                presence,
                typing,
                new Tally<>(properties.connectionsPerUser()),
                clock.getIfAvailable(Clock::systemUTC),
                threads);
        return new Sessions(services, listening, registry);
    }

    @Bean
    GatewayUpgrade gatewayUpgrade(
            Sessions sessions,
            GatewayProperties properties,
            SocketWriters writers,
            ObjectProvider<Clock> clock,
            MeterRegistry registry) {
        var metrics = new SocketMetrics(registry, clock.getIfAvailable(Clock::systemUTC));
        return new GatewayUpgrade(sessions, properties, metrics, threads, writers);
    }
}
