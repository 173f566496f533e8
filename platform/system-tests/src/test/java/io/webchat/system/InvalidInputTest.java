package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.webchat.client.Ids;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a request, the answer is a problem detail that names the field. */
@NeedsStack
class InvalidInputTest {
    private static Person ada;
    private static Room room;

    @BeforeAll
    static void makeARoom() {
        ada = Person.register("ada");
        room = Room.of(ada);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void registrationNamesTheField(String field, String what, String email, String username, String password) {
        var answer = Ask.post("/api/auth/register")
                .json(object("email", email, "username", username, "password", password))
                .answer();

        assertThat(answer.outcome()).isEqualTo("400 invalid-request");
        assertThat(answer.fields()).containsOnly(field);
    }

    static Stream<Arguments> registrationNamesTheField() {
        var email = "somebody@system-test.example";
        var name = "somebody";
        var password = "long enough";
        return Stream.of(
                arguments("email", "missing", null, name, password),
                arguments("email", "empty", "", name, password),
                arguments("email", "no @", "somebody.example", name, password),
                arguments("email", "two @", "a@b@system-test.example", name, password),
                arguments("email", "a blank", "some body@system-test.example", name, password),
                arguments("username", "missing", email, null, password),
                arguments("username", "too short", email, "ab", password),
                arguments("username", "too long", email, "a".repeat(31), password),
                arguments("username", "begins with a dash", email, "-somebody", password),
                arguments("username", "a blank", email, "some body", password),
                arguments("username", "an umlaut", email, "jürgen", password),
                arguments("password", "missing", email, name, null),
                arguments("password", "too short", email, name, "1234567"),
                arguments("password", "too long", email, name, "x".repeat(129)));
    }

    @Test
    void registrationNamesAllFieldsThatAreWrong() {
        var answer = Ask.post("/api/auth/register").json("{}").answer();

        assertThat(answer.fields()).containsExactlyInAnyOrder("email", "username", "password");
    }

    @Test
    void anAddressAndANameCanBeTakenOnceWhateverTheirCase() {
        var other = Person.register("other");
        var sameAddress = Ask.post("/api/auth/register")
                .json(object(
                        "email", upper(other.email()), "username", "x" + Person.unique(), "password", "long enough"))
                .answer();
        assertThat(sameAddress.outcome()).isEqualTo("409 email-taken");
        assertThat(sameAddress.fields()).containsExactly("email");

        var sameName = Ask.post("/api/auth/register")
                .json(object(
                        "email", "x" + other.email(), "username", upper(other.username()), "password", "long enough"))
                .answer();
        assertThat(sameName.outcome()).isEqualTo("409 username-taken");
        assertThat(sameName.fields()).containsExactly("username");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void aMessageNamesTheField(String field, String what, String messageId, String content) {
        var answer = Ask.post("/api/channels/" + room.channelId() + "/messages")
                .as(ada)
                .json(object("messageId", messageId, "content", content))
                .answer();

        assertThat(answer.outcome()).isEqualTo("400 invalid-request");
        assertThat(answer.fields()).containsOnly(field);
    }

    static Stream<Arguments> aMessageNamesTheField() {
        var now = Instant.now();
        return Stream.of(
                arguments("messageId", "missing", null, "hi"),
                arguments("messageId", "no UUID", "42", "hi"),
                arguments("messageId", "another version", UUID.randomUUID().toString(), "hi"),
                arguments("messageId", "two days old", uuidV7(now.minus(Duration.ofDays(2))), "hi"),
                arguments("messageId", "ten minutes ahead", uuidV7(now.plus(Duration.ofMinutes(10))), "hi"),
                arguments("content", "missing", Ids.fresh().toString(), null),
                arguments("content", "empty", Ids.fresh().toString(), ""),
                arguments("content", "blank", Ids.fresh().toString(), " \\n "),
                arguments("content", "too long", Ids.fresh().toString(), "x".repeat(4_001)));
    }

    @Test
    void theLongestMessageCountsCharactersNotBytes() {
        var longest = "👋".repeat(4_000);

        assertThat(ada.client().post(room.channelId(), Ids.fresh(), longest).content())
                .isEqualTo(longest);
    }

    @Test
    void aServerNeedsANameAndAKey() {
        var noName = Ask.post("/api/servers")
                .as(ada)
                .with("Idempotency-Key", "k")
                .json("{}")
                .answer();
        assertThat(noName.outcome()).isEqualTo("400 invalid-request");
        assertThat(noName.fields()).containsExactly("name");

        var tooLong = Ask.post("/api/servers")
                .as(ada)
                .with("Idempotency-Key", "k")
                .json(object("name", "x".repeat(101)))
                .answer();
        assertThat(tooLong.fields()).containsExactly("name");

        var noKey = Ask.post("/api/servers").as(ada).json("{'name':'Garden'}").answer();
        assertThat(noKey.outcome()).isEqualTo("400 invalid-request");
        assertThat(noKey.fields()).containsExactly("Idempotency-Key");

        var longKey = Ask.post("/api/servers")
                .as(ada)
                .with("Idempotency-Key", "k".repeat(129))
                .json("{'name':'Garden'}")
                .answer();
        assertThat(longKey.fields()).containsExactly("Idempotency-Key");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"limit=0,limit", "limit=101,limit", "limit=many,limit", "before=x,before", "after=-1,after"})
    void aPageNamesTheParameter(String query, String field) {
        var answer = Ask.get("/api/channels/" + room.channelId() + "/messages?" + query)
                .as(ada)
                .answer();

        assertThat(answer.outcome()).isEqualTo("400 invalid-request");
        assertThat(answer.fields()).containsExactly(field);
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() {
        var answer = Ask.post("/api/auth/login").json("{'login':").answer();

        assertThat(answer.outcome()).isEqualTo("400 invalid-request");
        assertThat(answer.fields()).hasSize(1);
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsRefused() {
        var huge = object("messageId", Ids.fresh().toString(), "content", "x".repeat(1_100_000));
        var path = "/api/channels/" + room.channelId() + "/messages";

        assertThat(Ask.post(path).as(ada).json(huge).answer().outcome()).isEqualTo("413 body-too-large");
        for (var instance : Stack.instances("command")) {
            assertThat(Ask.post(instance, path).as(ada).json(huge).answer().outcome())
                    .isEqualTo("413 body-too-large");
        }
    }

    /** JSON with these fields; those whose value is null are left out. */
    private static String object(String... fieldsAndValues) {
        var object = new StringBuilder("{");
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            if (fieldsAndValues[i + 1] != null) {
                object.append(object.length() == 1 ? "" : ",")
                        .append("'%s':'%s'".formatted(fieldsAndValues[i], fieldsAndValues[i + 1]));
            }
        }
        return object.append('}').toString();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String uuidV7(Instant at) {
        var random = Ids.fresh();
        var time = at.toEpochMilli() << 16 | (random.getMostSignificantBits() & 0xffff);
        return new UUID(time, random.getLeastSignificantBits()).toString();
    }
}
