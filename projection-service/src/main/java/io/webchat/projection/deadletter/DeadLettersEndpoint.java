package io.webchat.projection.deadletter;

import io.webchat.projection.deadletter.LetterDesk.Wanted;
import io.webchat.support.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * The dead letters, for operators: {@code GET /actuator/deadletters} on the management port lists them, {@code GET
 * /actuator/deadletters/{topic}/{partition}/{offset}} shows one with the record in it, {@code POST} to the same replays
 * it.
 */
@Endpoint(id = "deadletters")
@Component
class DeadLettersEndpoint {
    private static final int USUAL = 100;

    private final LetterDesk desk;

    DeadLettersEndpoint(LetterDesk desk) {
        this.desk = desk;
    }

    /**
     * Lists letters.
     *
     * @param topic that has them, such as {@code webchat.messages.dlt}
     * @param cause what the cause contains
     * @param all also those about which there is nothing left to do
     */
    @ReadOperation
    WebEndpointResponse<Object> list(
            @Nullable String view,
            @Nullable String topic,
            @Nullable String cause,
            @Nullable Boolean all,
            @Nullable Integer limit) {
        var atMost = limit == null ? USUAL : limit;
        if (atMost < 1 || atMost > LetterDesk.AT_MOST) {
            return refused(400, "limit: " + atMost + " (expected: 1 to " + LetterDesk.AT_MOST + ")");
        }
        try {
            return new WebEndpointResponse<>(
                    desk.list(new Wanted(view, topic, cause, Boolean.TRUE.equals(all), atMost)));
        } catch (ProblemException e) {
            return refused(e);
        }
    }

    @ReadOperation
    WebEndpointResponse<Object> show(@Selector String topic, @Selector int partition, @Selector long offset) {
        try {
            return new WebEndpointResponse<>(desk.open(topic, partition, offset));
        } catch (ProblemException e) {
            return refused(e);
        }
    }

    @WriteOperation
    WebEndpointResponse<Object> replay(@Selector String topic, @Selector int partition, @Selector long offset)
            throws InterruptedException {
        try {
            return new WebEndpointResponse<>(desk.replay(topic, partition, offset));
        } catch (ProblemException e) {
            return refused(e);
        }
    }

    private static WebEndpointResponse<Object> refused(ProblemException e) {
        return refused(e.type().status().value(), String.valueOf(e.getMessage()));
    }

    private static WebEndpointResponse<Object> refused(int status, String why) {
        return new WebEndpointResponse<>(Map.of("error", why), status);
    }
}
