package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.test.SecuredKafka;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuredKafkaTest {
    private static final String USER = "push-service";

    @Test
    void theServiceNeedsNoOtherRightsThanTheGuideLists(@TempDir Path folder) throws Exception {
        try (var kafka = SecuredKafka.start(folder)) {
            kafka.admit(USER);
            try (var instance = PushInstance.start(kafka.environmentOf(USER));
                    var client = PushClient.connect(instance)) {
                var user = ChatLog.someone();
                client.send("identify", Map.of("token", PushClient.token(user)));
                client.await("caught_up");
                client.cut();
                try (var resumed = PushClient.resuming(instance, user, client)) {
                    resumed.await("caught_up");
                }
            }
            assertThat(kafka.denied()).isEmpty();
        }
    }
}
