package io.webchat.benchmark.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void the_peer_writes_what_the_platform_would_but_never_to_its_topics() {
        var record = Messages.record("elsewhere", 3);

        assertThat(record.topic()).isEqualTo("elsewhere");
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.headers().toArray()).isNotEmpty();
        assertThat(new String(record.value(), UTF_8)).contains(Messages.CONTENT);
    }
}
