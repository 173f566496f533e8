package io.webchat.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.standalone.cli.ManagementClient.RefusedException;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Which dead letters a command is about. */
final class DeadLetterFilter {
    @Option(names = "--view")
    private @Nullable String view;

    @Option(names = "--topic")
    private @Nullable String topic;

    @Option(names = "--cause")
    private @Nullable String cause;

    @Option(names = "--limit")
    private int limit = 100;

    /** The newest of them, in the order of their time, and how many there are in all. */
    JsonNode find(ManagementClient service, boolean all) throws IOException, InterruptedException, RefusedException {
        var query = new StringBuilder("?limit=" + limit + "&all=" + all);
        add(query, "view", view);
        add(query, "topic", topic);
        add(query, "cause", cause);
        return service.get("/deadletters" + query);
    }

    static List<JsonNode> letters(JsonNode found) {
        return found.path("letters").valueStream().toList();
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8));
        }
    }
}
