package io.webchat.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.Endpoints;
import io.webchat.client.WebChatClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A stack that a test brings itself, because it does to it what no other test would survive. */
public final class OwnStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WEB = 3000;
    private static final int AUTH_MANAGEMENT = 9081;

    private final Path data;
    private final int offset;

    public OwnStack(Path data) throws Exception {
        this.data = data;
        this.offset =
                Integer.parseInt(run(Map.of(), List.of("free-offset")).output().strip());
    }

    /** What a command said, and how it ended. */
    public record Ended(int code, String output) {}

    /** Runs a command of the launcher on this stack. */
    public Ended run(Map<String, String> environment, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString(), "--port-offset", Integer.toString(offset)));
        return run(environment, all);
    }

    /** Runs a command of the launcher that needs no stack. */
    public static Ended run(Map<String, String> environment, List<String> arguments) throws Exception {
        var command = new ArrayList<>(List.of(System.getProperty("webchat.launcher")));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    public void up() throws Exception {
        up(Map.of());
    }

    /** Starts it with something more in its environment. */
    public void up(Map<String, String> environment) throws Exception {
        var ended = run(environment, "up", "-d");
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    public void down() throws Exception {
        var ended = run(Map.of(), "down");
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    /** Removes everything that it knows. It is down. */
    public void destroy() throws IOException {
        try (var all = Files.walk(data)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + (WEB + offset));
    }

    /** What auth-service tells operators. */
    public String authMetrics() {
        var management = URI.create("http://127.0.0.1:" + (AUTH_MANAGEMENT + offset));
        return Ask.of("GET", management, "/actuator/prometheus").answer().body();
    }

    /** Registers somebody here. */
    public Person register(String name) {
        var person = stranger(name);
        person.client().register(person.email(), person.username(), Person.PASSWORD);
        return person;
    }

    /** The same person with a client that knows nothing any more, logged in with their password. */
    public Person login(Person person) {
        var again = new Person(person.email(), person.username(), client());
        again.client().login(person.email(), Person.PASSWORD);
        return again;
    }

    private Person stranger(String name) {
        var username = name + "-" + Person.unique();
        return new Person(username + "@system-test.example", username, client());
    }

    private WebChatClient client() {
        return new WebChatClient(Stack.http(), Endpoints.of(url())).patient(PATIENCE);
    }

    @Override
    public void close() throws Exception {
        if (Files.exists(data)) {
            run(Map.of(), "down");
        }
    }
}
