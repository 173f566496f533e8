package io.webchat.system.stack;

import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import java.time.Duration;
import java.util.UUID;

/** Somebody with an account of their own. */
public record Person(String email, String username, WebChatClient client) {
    public static final String PASSWORD = "correct horse battery";

    /** A busy machine, or one that is being broken on purpose, answers 503 now and then; clients bear with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Registers a new user, whose name begins with {@code name}. */
    public static Person register(String name) {
        var username = name + "-" + unique();
        var email = username + "@system-test.example";
        var client = new WebChatClient(Stack.http(), Stack.endpoints()).patient(PATIENCE);
        client.register(email, username, PASSWORD);
        return new Person(email, username, client);
    }

    /** Text that nobody else has: the random end of a fresh id. */
    public static String unique() {
        return Ids.fresh().toString().substring(24);
    }

    public UUID id() {
        return client.userId();
    }
}
