package io.webchat.system.stack;

import io.webchat.client.Endpoints;
import io.webchat.client.WebChatClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The stack under test, as {@code ./webchat test} names it in system properties. */
public final class Stack {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Asked once: which instances there are does not change, though they may come and go. */
    private static final Map<String, List<URI>> INSTANCES = new ConcurrentHashMap<>();

    private static final HttpClient HTTP = WebChatClient.newHttpClient();

    private Stack() {}

    public static HttpClient http() {
        return HTTP;
    }

    /** The gateway's origin. */
    public static URI url() {
        return URI.create(System.getProperty("webchat.url"));
    }

    public static Endpoints endpoints() {
        return Endpoints.of(url());
    }

    /** Whether {@link #status} can be asked. */
    public static boolean hasLauncher() {
        return System.getProperty("webchat.launcher") != null;
    }

    /** The origins of all instances of a service, such as {@code command}; the gateway's if they are not known. */
    public static List<URI> instances(String service) {
        if (!hasLauncher()) {
            return List.of(url());
        }
        return INSTANCES.computeIfAbsent(
                service,
                kind -> status().processes().stream()
                        .filter(process -> process.name().startsWith(kind + "-"))
                        .map(process -> URI.create("http://127.0.0.1:" + process.port()))
                        .toList());
    }

    /** What {@code webchat status --json} says. */
    public static StackStatus status() {
        var command = new ArrayList<>(List.of(System.getProperty("webchat.launcher"), "status", "--json"));
        option(command, "--data", "webchat.data");
        option(command, "--port-offset", "webchat.portOffset");
        try {
            var process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readValue(output, StackStatus.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void option(List<String> command, String option, String property) {
        var value = System.getProperty(property);
        if (value != null) {
            command.add(option);
            command.add(value);
        }
    }
}
