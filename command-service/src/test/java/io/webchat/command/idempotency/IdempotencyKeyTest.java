package io.webchat.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    private static final UserId ADA = new UserId(new UUID(2, 1));
    private static final UserId BEN = new UserId(new UUID(2, 2));
    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    @Test
    void aRepetitionHasTheSameCommandIdEverywhere() {
        assertThat(KEY.commandId(ADA, "join", "x")).isEqualTo(new IdempotencyKey("key").commandId(ADA, "join", "x"));
    }

    @Test
    void anotherUserOperationTargetOrKeyIsAnotherCommand() {
        assertThat(KEY.commandId(ADA, "join", "x"))
                .isNotEqualTo(KEY.commandId(BEN, "join", "x"))
                .isNotEqualTo(KEY.commandId(ADA, "create-invite", "x"))
                .isNotEqualTo(KEY.commandId(ADA, "join", "y"))
                .isNotEqualTo(new IdempotencyKey("yek").commandId(ADA, "join", "x"));
    }

    @Test
    void whatACommandMakesIsNotTheCommand() {
        var command = KEY.commandId(ADA, "create-server", "");

        assertThat(IdempotencyKey.idMadeBy(command)).isNotEqualTo(command.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ä", "a\nb", "\u0000"})
    void aKeyIsPrintable(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(key));
    }

    @Test
    void aKeyOfVersionSevenTellsWhenItWasMade() {
        var made = Instant.parse("2026-01-31T12:34:56.789Z");
        var key =
                "%08x-%04x-7abc-9def-0123456789ab".formatted(made.toEpochMilli() >>> 16, made.toEpochMilli() & 0xffff);

        assertThat(new IdempotencyKey(key).madeAt()).contains(made);
        assertThat(new IdempotencyKey(key.toUpperCase(Locale.ROOT)).madeAt()).contains(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "0194b1f2-3c4d-4abc-9def-0123456789ab",
                "0194b1f2-3c4d-7abc-1def-0123456789ab",
                "194b1f2-3c4d-7abc-9def-0123456789ab",
                "0194b1f23c4d7abc9def0123456789ab"
            })
    void anyOtherDoesNot(String key) {
        assertThat(new IdempotencyKey(key).madeAt()).isEmpty();
    }
}
