package io.webchat.command.idempotency;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a client calls one command of its own, in the header {@code Idempotency-Key}: 1 to 128 printable ASCII
 * characters.
 *
 * <p>The command id is computed from the key, the user and the target, so that a repetition has the same id at any
 * instance and nobody can take part in somebody else's command.
 *
 * <p>A key that is a UUIDv7 tells when it was made, by its client's clock, so that one which is too old to be
 * remembered is known for what it is. Of another nobody can tell.
 */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORMAT = Pattern.compile("[\\x20-\\x7E]{1,128}");
    private static final Pattern UUID_V7 =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-7\\p{XDigit}{3}-[89abAB]\\p{XDigit}{3}-\\p{XDigit}{12}");
    private static final UUID NAMESPACE = UUID.fromString("b3f5f1c2-6c0e-5a63-9b6e-2f6f6f1d7a10");
    private static final NameBasedGenerator UUIDS = Generators.nameBasedGenerator(NAMESPACE);

    public IdempotencyKey {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("must have 1 to 128 printable ASCII characters");
        }
    }

    /** Spring converts the header's text by this method. */
    public static IdempotencyKey valueOf(String text) {
        return new IdempotencyKey(text);
    }

    /**
     * The id of the command.
     *
     * @param operation what is asked for, such as {@code create-server}
     * @param target what it is asked of; empty for what does not exist yet
     */
    public CommandId commandId(UserId user, String operation, String target) {
        return new CommandId(named(user + "\n" + operation + "\n" + target + "\n" + value));
    }

    /** When its client made it; empty if it does not tell. */
    public Optional<Instant> madeAt() {
        return UUID_V7.matcher(value).matches()
                ? Optional.of(Instant.ofEpochMilli(UUID.fromString(value).getMostSignificantBits() >>> 16))
                : Optional.empty();
    }

    /** Of a command whose outcome is not remembered, if it may have had one: {@code idempotency-key-expired} (409). */
    public static ProblemException expired() {
        return new ProblemException(
                ProblemType.IDEMPOTENCY_KEY_EXPIRED,
                "What became of a command of that age is not known any more. Nothing was changed by this request."
                        + " Look at how things are, and ask under a new Idempotency-Key.");
    }

    /** An id for what the command makes: the same one whenever the command is repeated. */
    public static UUID idMadeBy(CommandId command) {
        return named("made by\n" + command);
    }

    private static UUID named(String name) {
        return UUIDS.generate(name.getBytes(StandardCharsets.UTF_8));
    }
}
