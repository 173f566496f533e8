package io.webchat.push;

import io.webchat.test.ServiceEnvironment;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running push-service, on free ports and the shared Kafka. */
public final class PushInstance implements Gateway, AutoCloseable {
    private final ConfigurableApplicationContext context;

    private PushInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts one; settings are {@code name=value}. However long the machine takes, messages wait for the structure that
     * they were authorised by.
     */
    public static PushInstance start(String... settings) {
        var arguments = Stream.concat(Stream.of("server.port=0", "management.server.port=0"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new PushInstance(new SpringApplicationBuilder(PushApplication.class)
                .properties("webchat.push.fanout.cause-timeout=30s")
                .initializers(new ServiceEnvironment())
                .run(arguments));
    }

    /** One with the settings of production, shared by all tests. */
    public static PushInstance usual() {
        return Usual.INSTANCE;
    }

    /**
     * One that remembers five events of each stream, reads few from the log and never tells anew who is writing, shared
     * by all tests.
     */
    public static PushInstance forgetful() {
        return Forgetful.INSTANCE;
    }

    @Override
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Usual {
        static final PushInstance INSTANCE = start();
    }

    private static final class Forgetful {
        static final PushInstance INSTANCE = start(
                "webchat.push.fanout.recent-events=5",
                "webchat.push.resume.max-log-records=1000",
                "webchat.push.typing.again=1h");
    }
}
