package io.webchat.command.structure;

import io.webchat.log.codec.StructureOutcome;
import io.webchat.support.consistency.ConsistencyTokens;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * A structural command that was carried out.
 *
 * @param at when it was sent; a repetition is told the first time
 * @param made the id that {@link StructureCommands.Request} offered for what the command makes
 * @param token covers its effects
 */
public record Executed(StructureOutcome.Accepted outcome, Instant at, UUID made, String token) {
    /** {@code 204} with the consistency token. */
    public ResponseEntity<Void> noContent() {
        return answer(HttpStatus.NO_CONTENT).build();
    }

    /** {@code 201} with the consistency token, about what was made. */
    public <T> ResponseEntity<T> created(T body) {
        return answer(HttpStatus.CREATED).body(body);
    }

    /** {@code 200} with the consistency token. */
    public <T> ResponseEntity<T> ok(T body) {
        return answer(HttpStatus.OK).body(body);
    }

    private ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).header(ConsistencyTokens.HEADER, token);
    }
}
