package io.webchat.support.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@Timeout(60)
class SharedConnectionTest {
    @Test
    void whileOneRequestConnectsToARedisThatSaysNothingTheOthersDoNotWait() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var redis = new LettuceConnectionFactory(
                    new RedisStandaloneConfiguration("127.0.0.1", silent.getLocalPort()),
                    LettuceClientConfiguration.builder()
                            .commandTimeout(Duration.ofSeconds(20))
                            .build());
            redis.afterPropertiesSet();
            try {
                var connection = new Buckets.SharedConnection(redis);
                var first = requests.submit(connection::get);
                try (var accepted = silent.accept()) {
                    assertThatThrownBy(connection::get).isInstanceOf(IllegalStateException.class);
                    assertThat(first).isNotDone();
                }
                assertThat(first).failsWithin(Duration.ofSeconds(30));
            } finally {
                redis.destroy();
            }
        }
    }
}
