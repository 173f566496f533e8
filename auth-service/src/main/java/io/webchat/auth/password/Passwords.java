package io.webchat.auth.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.webchat.domain.Text;
import io.webchat.support.compute.ComputePool;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and checks them. Safe from any thread; waits if too many do so at once, and so leaves the threads
 * that answer other requests to these.
 */
@Component
public class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Argon2PasswordEncoder encoder;
    private final ComputePool threads;
    private final Timer hashing;
    private final Timer verification;
    private final String hashOfNobody;

    Passwords(PasswordProperties properties, MeterRegistry metrics) {
        this.encoder = new Argon2PasswordEncoder(
                SALT_BYTES,
                HASH_BYTES,
                PARALLELISM,
                Math.toIntExact(properties.memory().toKilobytes()),
                properties.iterations());
        this.threads = new ComputePool("passwords", properties.concurrency(), properties.maxWait(), Passwords::busy);
        this.hashing = metrics.timer("webchat.password.hash");
        this.verification = metrics.timer("webchat.password.verification");
        this.hashOfNobody = encoder.encode(UUID.randomUUID().toString());
    }

    public String hash(String password) {
        return threads.compute(() -> hashing.record(() -> encoder.encode(password)));
    }

    /**
     * Checks a password. The work is the same whether there is a hash or not, so that the time does not tell.
     *
     * @param hash null if there is no such account; the answer is false then
     */
    public boolean matches(String password, @Nullable String hash) {
        // What no password can be is nobody's, and takes as long to find out.
        var candidate = Text.isWhole(password) ? password : "";
        var matches = threads.compute(
                () -> verification.record(() -> encoder.matches(candidate, hash == null ? hashOfNobody : hash)));
        return matches && hash != null;
    }

    /** Whether the hash was made with weaker parameters than today's. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemType.OVERLOADED, "Too many people are logging in at the moment.")
                .retryAfter(RETRY_AFTER);
    }
}
