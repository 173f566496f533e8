package io.webchat.test;

import io.webchat.support.token.AccessTokens;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** One running instance of a service, for tests that need several. */
public record ServiceInstance(ConfigurableApplicationContext context) implements AutoCloseable {
    /**
     * Starts an instance on free ports.
     *
     * @param properties {@code name=value}, stronger than the service's configuration
     */
    public static ServiceInstance start(Class<?> application, String... properties) {
        var arguments = Stream.concat(Stream.of("server.port=0", "management.server.port=0"), Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new ServiceInstance(new SpringApplicationBuilder(application)
                .initializers(new ServiceEnvironment())
                .run(arguments));
    }

    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the instance has no web server");
        }
        return server.getPort();
    }

    /** A new user whom this and every other instance accept. */
    public TestUser user() {
        return TestUser.loggedIn(bean(AccessTokens.class));
    }

    /** A new operator whom this and every other instance accept. */
    public TestUser operator() {
        return TestUser.operating(bean(AccessTokens.class));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
