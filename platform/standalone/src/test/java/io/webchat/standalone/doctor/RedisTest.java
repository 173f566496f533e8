package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.standalone.engine.EmbeddedRedis;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisTest {
    @ParameterizedTest
    @CsvSource({
        "0,         noeviction,   true,  false, 0, WARNING,  maxmemory",
        "400000000, noeviction,   true,  false, 0, CRITICAL, noeviction",
        "400000000, volatile-lru, true,  false, 0, CRITICAL, volatile-lru",
        "400000000, allkeys-lru,  false, false, 2, WARNING,  replicas",
        "400000000, allkeys-lru,  false, true,  2, FINE,     makes room",
        "400000000, allkeys-lfu,  true,  false, 2, FINE,     makes room",
        "400000000, allkeys-lru,  false, false, 0, FINE,     makes room"
    })
    void it_must_make_room_and_keep_what_its_replicas_have(
            long maxMemory,
            String policy,
            boolean appends,
            boolean saves,
            int replicas,
            Severity severity,
            String message) {
        var settings = new RedisCheck.Settings(maxMemory, policy, appends, saves, replicas);

        assertThat(RedisCheck.asKept(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.message()).contains(message);
        });
    }

    @Test
    void one_that_answers_is_asked_itself(@TempDir Path directory) throws Exception {
        try (var redis = EmbeddedRedis.start(directory, 0)) {
            var deployment = Deployments.with("REDIS_URL", redis.uri());
            assertThat(severities(deployment)).containsExactly(Severity.WARNING, Severity.WARNING);

            try (var conversation = RedisConversation.with(URI.create(redis.uri()))) {
                conversation.ask(List.of("CONFIG", "SET", "maxmemory", "100mb"));
                assertThat(severities(deployment)).containsExactly(Severity.WARNING, Severity.CRITICAL);

                conversation.ask(List.of("CONFIG", "SET", "maxmemory-policy", "allkeys-lru"));
                assertThat(severities(deployment)).containsExactly(Severity.WARNING, Severity.FINE);

                conversation.ask(List.of("CONFIG", "SET", "requirepass", "s3cr3t/x"));
            }
            assertThat(severities(deployment)).containsExactly(Severity.WARNING, Severity.NOT_CHECKED);
            var withPassword = redis.uri().replace("://", "://:s3cr3t%2Fx@");
            assertThat(severities(Deployments.with("REDIS_URL", withPassword))).containsExactly(Severity.FINE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',                           REDIS_URL is not set.",
        "http://127.0.0.1:1,           REDIS_URL is no redis:// or rediss:// address.",
        "redis://192.0.2.1.invalid:1,  REDIS_URL leads to another machine without a password.",
        "redis://:x@192.0.2.1.invalid, REDIS_URL leads to another machine without TLS.",
        "redis://:PASSWORD@redis:6379, REDIS_URL has the password of the example."
    })
    void a_way_that_is_none_or_not_safe_is_critical(String url, String message) {
        assertThat(new RedisCheck().examine(Deployments.with("REDIS_URL", url)))
                .filteredOn(finding -> finding.severity() == Severity.CRITICAL)
                .extracting(Finding::message)
                .containsExactly(message);
    }

    private static List<Severity> severities(Deployment deployment) {
        return new RedisCheck()
                .examine(deployment).stream().map(Finding::severity).toList();
    }
}
