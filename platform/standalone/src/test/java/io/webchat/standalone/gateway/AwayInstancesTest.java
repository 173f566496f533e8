package io.webchat.standalone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AwayInstancesTest {
    @Test
    void an_instance_that_is_not_there_is_no_line_in_the_log_and_everything_else_is() throws Exception {
        var written = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (var closing = new Context()) {
            var proxy = closing.context.getLogger("io.undertow.proxy");
            proxy.error("UT005031: Proxy request to /ws could not connect to backend server http://127.0.0.1:8084");
            proxy.error("UT005028: Proxy request to /api failed");
        } finally {
            System.setOut(out);
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("UT005028")
                .doesNotContain("UT005031");
    }

    /** The log as the processes of a stack have it. */
    private static final class Context implements AutoCloseable {
        final LoggerContext context = new LoggerContext();

        Context() throws Exception {
            context.setMDCAdapter(new LogbackMDCAdapter());
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(AwayInstancesTest.class.getResource("/engine-logback.xml"));
        }

        @Override
        public void close() {
            context.stop();
        }
    }
}
