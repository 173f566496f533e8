package io.webchat.auth.registration;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.domain.user.UserId;
import io.webchat.log.Partitioning;
import io.webchat.support.consistency.ConsistencyTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@AuthServiceTest
class RegisterTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private ConsistencyTokens consistencyTokens;

    @Test
    void aNewAccountIsLoggedInAtOnce() {
        var name = freshName();

        var answer = api.register("Alice." + name + "@Example.org", name, PASSWORD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/user/username")).isEqualTo(name);
        assertThat(answer.text("/user/displayName")).isEqualTo(name);
        assertThat(answer.text("/expiresAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z");
        assertThat(answer.setCookie())
                .contains("; Path=/api/auth", "; Max-Age=2592000", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure");
        assertThat(answer.header(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        var me = api.me(answer.text("/accessToken"));
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("/userId")).isEqualTo(answer.text("/user/userId"));
        assertThat(me.text("/email")).isEqualTo("Alice." + name + "@Example.org");
    }

    @Test
    void theAnswerSaysWhereInTheLogTheNewUserStands() {
        var answer = api.registered(freshName());

        var user = UserId.parse(answer.text("/user/userId"));
        var token = consistencyTokens.decode(user, List.of(answer.header(ConsistencyTokens.HEADER)));
        assertThat(token.nextOffset("users/" + Partitioning.partitionOf(user.value()))
                        .orElseThrow())
                .isPositive();
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        var answer = api.post("register", Map.of(), null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.fields()).containsExactly("email", "username", "password");
        assertThat(answer.text("/errors/0/message")).isEqualTo("must be given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "alice@",
                "@example.org",
                "alice@localhost",
                "alice@example.",
                "alice@.org",
                "alice@exa mple.org",
                "a b@example.org",
                "alice@example..org",
                "alice@@example.org"
            })
    void textThatIsNoEmailAddressIsInvalid(String email) {
        expectInvalid("email", email);
    }

    @Test
    void anEmailAddressMayHave254Characters() {
        var name = freshName();
        var longest = name + "x".repeat(64 - name.length()) + "@" + ("a".repeat(61) + ".").repeat(3) + "org";
        assertThat(longest).hasSize(254);

        assertThat(api.register(longest, name, PASSWORD).status()).isEqualTo(201);
        expectInvalid("email", longest + "s");
    }

    @ParameterizedTest
    @CsvSource({"ab", "_abc", ".abc", "-abc", "a b c", "älice", "a@b.org", "abcdefghijabcdefghijabcdefghijk"})
    void textThatIsNoUsernameIsInvalid(String username) {
        expectInvalid("username", username);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 129})
    void aPasswordOfAnotherLengthIsInvalid(int length) {
        expectInvalid("password", "x".repeat(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 128})
    void theLengthOfAPasswordCountsCharactersAsPeopleDo(int length) {
        var name = freshName();
        var password = "🐎".repeat(length);

        assertThat(api.register(name + "@example.org", name, password).status()).isEqualTo(201);
        assertThat(api.login(name, password).status()).isEqualTo(200);
    }

    @Test
    void aPasswordOf129CharactersOutsideTheBasicPlaneIsTooLong() {
        expectInvalid("password", "🐎".repeat(129));
    }

    @Test
    void aFieldOfTheWrongKindIsNamed() {
        var answer = api.post("register", Map.of("email", 7), null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("email");
    }

    @Test
    void anEmailAddressIsTakenWhateverItsCase() {
        var name = freshName();
        api.registered(name);

        var answer = api.register(name.toUpperCase() + "@EXAMPLE.org", freshName(), PASSWORD);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("email-taken");
        assertThat(answer.fields()).containsExactly("email");
    }

    @Test
    void aUsernameIsTakenWhateverItsCase() {
        var name = freshName();
        api.registered(name);

        var answer = api.register(freshName() + "@example.org", name.toUpperCase(), PASSWORD);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("username-taken");
        assertThat(answer.fields()).containsExactly("username");
    }

    @Test
    void ofManyWhoWantOneUsernameExactlyOneGetsIt() throws Exception {
        var name = freshName();

        var answers = atOnce(8, i -> api.register(freshName() + "@example.org", name, PASSWORD));

        expectOneWinner(answers, "username-taken");
    }

    @Test
    void ofManyWhoWantOneEmailAddressExactlyOneGetsIt() throws Exception {
        var email = freshName() + "@example.org";

        var answers = atOnce(8, i -> api.register(email, freshName(), PASSWORD));

        expectOneWinner(answers, "email-taken");
    }

    private static void expectOneWinner(List<AuthApi.Answer> answers, String problemOfTheOthers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo(problemOfTheOthers));
    }

    private static List<AuthApi.Answer> atOnce(int count, IntFunction<AuthApi.Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(() -> call.apply(i)))
                    .toList();
            var answers = new ArrayList<AuthApi.Answer>();
            for (var running : calls) {
                answers.add(running.get());
            }
            return answers;
        }
    }

    private void expectInvalid(String field, String value) {
        var name = freshName();
        var body = new HashMap<>(Map.of("email", name + "@example.org", "username", name, "password", PASSWORD));
        body.put(field, value);

        var answer = api.post("register", body, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.fields()).containsExactly(field);
        assertThat(answer.text("/errors/0/message")).startsWith("must ");
    }
}
