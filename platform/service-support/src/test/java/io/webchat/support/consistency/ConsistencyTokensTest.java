package io.webchat.support.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConsistencyTokensTest {
    private static final UserId ALICE = new UserId(UUID.randomUUID());
    private static final UserId BOB = new UserId(UUID.randomUUID());
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    private final ConsistencyTokens tokens = new ConsistencyTokens(KEY, () -> "epoch-1");

    @Test
    void aTokenComesBackAsItWas() {
        var token = new ConsistencyToken(Map.of("messages/3", 1235L, "structure/5", 7L, "users/1", 0L));

        assertThat(decode(tokens.encode(ALICE, token))).isEqualTo(token);
        assertThat(decode(tokens.encode(ALICE, ConsistencyToken.EMPTY))).isEqualTo(ConsistencyToken.EMPTY);
    }

    @Test
    void severalTokensCoverWhatAnyOfThemCovers() {
        var early = tokens.encode(ALICE, ConsistencyToken.of("messages/3", 10).with("structure/1", 4));
        var late = tokens.encode(ALICE, ConsistencyToken.of("messages/3", 12).with("users/2", 1));
        var covered = new ConsistencyToken(Map.of("messages/3", 12L, "structure/1", 4L, "users/2", 1L));

        assertThat(decode(late + " , " + early)).isEqualTo(covered);
        assertThat(tokens.decode(ALICE, List.of(early, late))).isEqualTo(covered);
    }

    @Test
    void noTokenAsksForNothing() {
        assertThat(tokens.decode(ALICE, List.of())).isEqualTo(ConsistencyToken.EMPTY);
        assertThat(ConsistencyToken.EMPTY.nextOffset("messages/0")).isEmpty();
    }

    @Test
    void aTokenOfAnEarlierEpochIsIgnored() {
        var old = new ConsistencyTokens(KEY, () -> "epoch-0").encode(ALICE, ConsistencyToken.of("messages/3", 9));
        var current = tokens.encode(ALICE, ConsistencyToken.of("messages/3", 2));

        assertThat(decode(old + "," + current).nextOffset("messages/3")).hasValue(2);
    }

    @Test
    void aTokenOfAnotherUserIsInvalid() {
        var token = tokens.encode(ALICE, ConsistencyToken.of("messages/3", 9));

        expectInvalid(() -> tokens.decode(BOB, List.of(token)));
    }

    @Test
    void aTokenThatWasChangedInAnyByteIsInvalid() {
        var token = tokens.encode(ALICE, ConsistencyToken.of("messages/3", 9));

        for (var i = 0; i < token.length(); i++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(i, token.charAt(i) == 'A' ? 'B' : 'A');
            // The last character of a base64 part has bits that mean nothing; such a change is none.
            if (i != token.indexOf('.') - 1 && i != token.length() - 1) {
                expectInvalid(() -> decode(changed.toString()));
            }
        }
    }

    @Test
    void textThatIsNoTokenIsInvalid() {
        expectInvalid(() -> decode("nonsense"));
        expectInvalid(() -> decode("."));
        expectInvalid(() -> decode("%%%.%%%"));
    }

    @Test
    void aTokenOfAnotherKeyIsInvalid() {
        var other = new ConsistencyTokens(new SecretKeySpec(new byte[] {1, 2, 3}, "HmacSHA256"), () -> "epoch-1");

        expectInvalid(() -> decode(other.encode(ALICE, ConsistencyToken.of("messages/3", 9))));
    }

    @Test
    void moreThanEightTokensAreRefused() {
        var token = tokens.encode(ALICE, ConsistencyToken.of("messages/3", 9));

        assertThat(tokens.decode(ALICE, Collections.nCopies(8, token)).nextOffset("messages/3"))
                .hasValue(9);
        expectInvalid(() -> tokens.decode(ALICE, Collections.nCopies(9, token)));
    }

    @Test
    void moreThanFourKilobytesAreRefused() {
        expectInvalid(() -> decode("a".repeat(4097)));
    }

    @Test
    void fourTokensThatCoverEveryStreamOfTheLogAreWithinTheLimit() {
        var everything = ConsistencyToken.EMPTY;
        for (var partition = 0; partition < 12; partition++) {
            everything = everything
                    .with("messages/" + partition, 999_999_999L)
                    .with("reads/" + partition, 999_999_999L)
                    .with("structure/" + partition, 999_999_999L)
                    .with("users/" + partition, 999_999_999L);
        }
        var token = tokens.encode(ALICE, everything);

        assertThat(decode(String.join(",", Collections.nCopies(4, token)))).isEqualTo(everything);
    }

    @Test
    void aTokenTakesEveryOffsetThatThereCanBe() {
        var token = new ConsistencyToken(Map.of("messages/11", Long.MAX_VALUE, "structure.commands/0", 1L));

        assertThat(decode(tokens.encode(ALICE, token))).isEqualTo(token);
    }

    private ConsistencyToken decode(String header) {
        return tokens.decode(ALICE, List.of(header));
    }

    private static void expectInvalid(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONSISTENCY_TOKEN));
    }
}
