package io.webchat.system.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** A request as anybody might send it, right or wrong: the client would not let tests ask for nonsense. */
public final class Ask {
    /** A busy machine answers 503 now and then; clients bear with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String method;
    private final HttpRequest.Builder request;

    private Ask(String method, URI origin, String path) {
        this.method = method;
        this.request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Duration.ofSeconds(35))
                .method(method, BodyPublishers.noBody());
    }

    public static Ask get(String path) {
        return new Ask("GET", Stack.url(), path);
    }

    public static Ask post(String path) {
        return new Ask("POST", Stack.url(), path);
    }

    public static Ask put(String path) {
        return new Ask("PUT", Stack.url(), path);
    }

    /** Of another stack than the one under test. */
    public static Ask of(String method, URI origin, String path) {
        return new Ask(method, origin, path);
    }

    public static Ask post(URI instance, String path) {
        return new Ask("POST", instance, path);
    }

    public static Ask delete(String path) {
        return new Ask("DELETE", Stack.url(), path);
    }

    /** Asks {@link #as} somebody whose client goes on from this, with an idempotency key of its own. */
    public Answer following(Person person) {
        return following(person, UUID.randomUUID().toString());
    }

    /** The same under an idempotency key that was, or will be, used again. */
    public Answer following(Person person, String idempotencyKey) {
        var sent = person.client().consistencyToken();
        var answer = as(person).with("Idempotency-Key", idempotencyKey).answer();
        answer.headers()
                .firstValue("Consistency-Token")
                .ifPresent(token -> person.client().readAtLeast(sent, token));
        return answer;
    }

    /** Asks as somebody who sees what their client did before, on whichever instance answers. */
    public Ask as(Person person) {
        var token = person.client().consistencyToken();
        if (!token.isEmpty()) {
            with("Consistency-Token", token);
        }
        return with("Authorization", "Bearer " + person.client().accessToken());
    }

    /** With a header, in place of one of that name. */
    public Ask with(String header, String value) {
        request.setHeader(header, value);
        return this;
    }

    public Ask body(BodyPublisher body) {
        request.method(method, body);
        return this;
    }

    /** A body in JSON; {@code '} stands for {@code "}. */
    public Ask json(String body) {
        request.header("Content-Type", "application/json");
        request.method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        return this;
    }

    /** The answer; as long as it is 503 the same is asked again, as clients do. */
    public Answer answer() {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(this::once, answer -> answer.status() != 503);
    }

    /** The first answer, whatever it is. */
    public Answer once() {
        try {
            return Answer.of(Stack.http().send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
