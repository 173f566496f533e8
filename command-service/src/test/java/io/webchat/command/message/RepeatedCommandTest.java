package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Ids;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent again after this instance has forgotten it, or before it has heard of it: the view knows. What it says
 * is up to the test.
 */
class RepeatedCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOTHING = "{}";
    private static final String DONE = "{\"offset\":0,\"isLost\":false}";
    private static final String LOST = "{\"offset\":0,\"isLost\":true}";

    private static final ViewDouble VIEWS = new ViewDouble();
    private static final ServiceInstance INSTANCE =
            ServiceInstance.start(CommandServiceApplication.class, VIEWS.setting());

    private final TestUser ada = INSTANCE.user();
    private final UUID message = Ids.fresh();
    private String channel = "";

    @AfterAll
    static void stop() {
        INSTANCE.close();
        VIEWS.close();
    }

    @BeforeEach
    void aMessage() {
        channel = commands().createServer(ada).generalChannelId();
        posted(message);
    }

    @Test
    void whatWasDoneIsNotDoneAgain() {
        theViewKnows(DONE);

        assertThat(edit(anyKey())).isEqualTo(new Answer(204, null));
        assertThat(react(anyKey())).isEqualTo(new Answer(204, null));
        assertThat(changes()).isZero();
    }

    @Test
    void whatCameTooLateIsToldSoAgainWhateverIsSoNow() {
        theViewKnows(LOST);

        assertThat(edit(anyKey())).isEqualTo(new Answer(409, "urn:webchat:problem:edit-conflict"));
        assertThat(react(anyKey())).isEqualTo(new Answer(409, "urn:webchat:problem:limit-reached"));
        assertThat(changes()).isZero();
    }

    @Test
    void whoMayNotLookAnyMoreHearsOfWhatIsRemembered() {
        var key = anyKey();
        theViewKnows(NOTHING);
        assertThat(edit(key)).isEqualTo(new Answer(204, null));

        VIEWS.refuses(404, 0, path -> true);
        assertThat(edit(key)).isEqualTo(new Answer(204, null));
        assertThat(edit(anyKey())).isEqualTo(new Answer(404, "urn:webchat:problem:unknown-channel"));
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void whatMayHaveBeenForgottenIsRefusedIfItsKeyTellsItsAge() {
        theViewKnows("{\"forgottenUpTo\":\"" + Instant.now() + "\"}");
        var old = Commands.idMadeAt(Instant.now().minus(Duration.ofHours(1)));

        assertThat(react(old.toString())).isEqualTo(new Answer(409, "urn:webchat:problem:idempotency-key-expired"));
        assertThat(changes()).isZero();
    }

    @Test
    void whatIsNewIsDoneHoweverMuchWasForgotten() {
        theViewKnows("{\"forgottenUpTo\":\"" + Instant.now().minus(Duration.ofHours(2)) + "\"}");
        var old = Commands.idMadeAt(Instant.now().minus(Duration.ofHours(1)));
        assertThat(react(old.toString())).isEqualTo(new Answer(204, null));

        theViewKnows("{\"forgottenUpTo\":\"" + Instant.now() + "\"}");
        assertThat(react(Ids.fresh().toString())).isEqualTo(new Answer(204, null));
        assertThat(react(anyKey())).as("nobody can tell its age").isEqualTo(new Answer(204, null));
        assertThat(changes()).isEqualTo(3);
    }

    @Test
    void whatWasRefusedStaysRefusedThoughItMightBeDoneNow() {
        VIEWS.says(path -> messages(message, UUID.randomUUID(), NOTHING));
        var key = anyKey();
        var refusal = edit(key);
        assertThat(refusal.status()).isEqualTo(403);

        theViewKnows(NOTHING);
        assertThat(edit(key)).isEqualTo(refusal);
        assertThat(changes()).isZero();
        assertThat(edit(anyKey())).isEqualTo(new Answer(204, null));
    }

    @Test
    void whatHadNothingToDoDoesNothingThoughThereIsSomethingToDoNow() {
        VIEWS.says(path -> messages(message, ada.id(), NOTHING)
                .replace("\"reactions\":[]", "\"reactions\":[{\"emoji\":\"👋\",\"userIds\":[\"" + ada.id() + "\"]}]"));
        var key = anyKey();
        assertThat(react(key)).isEqualTo(new Answer(204, null));

        theViewKnows(NOTHING);
        assertThat(react(key)).isEqualTo(new Answer(204, null));
        assertThat(changes()).isZero();
        assertThat(react(anyKey())).isEqualTo(new Answer(204, null));
        assertThat(changes()).isEqualTo(1);
    }

    /** It may come yet. */
    @Test
    void whatWasUnknownIsLookedAtAgain() {
        VIEWS.says(path -> "{\"messages\":[]}");
        var key = anyKey();
        assertThat(react(key)).isEqualTo(new Answer(404, "urn:webchat:problem:unknown-message"));

        theViewKnows(NOTHING);
        assertThat(react(key)).isEqualTo(new Answer(204, null));
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void aDeletionIsSafeToRepeatHoweverOldItIs() {
        theViewKnows("{\"forgottenUpTo\":\"" + Instant.now() + "\"}");
        var old = Commands.idMadeAt(Instant.now().minus(Duration.ofHours(1)));

        assertThat(answer(delete(old.toString()))).isEqualTo(new Answer(204, null));
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void whatIsRememberedHereIsToldWhatTheViewSaysOfIt() {
        theViewKnows(NOTHING);
        var key = anyKey();

        assertThat(edit(key)).isEqualTo(new Answer(204, null));
        assertThat(edit(key)).as("what the view has forgotten").isEqualTo(new Answer(204, null));
        theViewKnows(LOST);
        assertThat(edit(key)).isEqualTo(new Answer(409, "urn:webchat:problem:edit-conflict"));
        theViewKnows(DONE);
        assertThat(edit(key)).isEqualTo(new Answer(204, null));
        assertThat(changes()).as("one edit, whatever the view says of it").isEqualTo(1);
    }

    /** A moderator's client hears of a message as soon as it is in the log, and acts on it. */
    @Test
    void theViewIsAskedAsOfTheLastChangeOfTheMessage() {
        theViewKnows(NOTHING);
        var partition = Partitioning.partitionOf(ChannelId.parse(channel).value());
        var last = INSTANCE.bean(RecentMessages.class)
                .lastChange(ChannelId.parse(channel), new MessageId(message))
                .orElseThrow();
        assertThat(react(anyKey())).isEqualTo(new Answer(204, null));
        assertThat(seen(partition)).isGreaterThanOrEqualTo(last + 1);

        var next = posted(Ids.fresh());
        commands()
                .post(
                        ada,
                        "/api/channels/" + channel + "/messages/bulk-delete",
                        anyKey(),
                        Map.of("messageIds", List.of(next)))
                .expectStatus()
                .isNoContent();
        assertThat(seen(partition)).isGreaterThan(last + 1);
        commands()
                .post(
                        ada,
                        "/api/channels/" + channel + "/messages",
                        "unused",
                        Map.of("messageId", Ids.fresh(), "content", "Yes", "replyTo", message))
                .expectStatus()
                .isCreated();
        assertThat(seen(partition)).isGreaterThanOrEqualTo(last + 1);
    }

    private long seen(int partition) {
        return INSTANCE.bean(ConsistencyTokens.class)
                .decode(ada.id(), List.of(VIEWS.lastToken()))
                .nextOffset(Topic.MESSAGES.stream(partition))
                .orElse(0);
    }

    private UUID posted(UUID id) {
        commands().postMessage(ada, channel, id, "one").expectStatus().isCreated();
        return id;
    }

    /** Its id says so: the recent log does not reach back as far, and the view is asked. */
    @Test
    void aReplyThatWasPostedLongAgoIsFoundThoughWhatItAnswersIsGone() {
        var old = Commands.idMadeAt(Instant.now().minus(Duration.ofHours(1)));
        var reply = Map.of("messageId", old, "content", "We do", "replyTo", Ids.fresh());
        var messages = "/api/channels/" + channel + "/messages";

        VIEWS.says(path -> messages(Ids.fresh(), NOTHING));
        commands().post(ada, messages, "unused", reply).expectStatus().isNotFound();

        VIEWS.says(path -> messages(old, NOTHING));
        commands()
                .post(ada, messages, "unused", reply)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.messageId")
                .isEqualTo(old.toString());
    }

    private void theViewKnows(String command) {
        VIEWS.says(path -> messages(message, command));
    }

    private String messages(UUID id, String command) {
        return messages(id, ada.id(), command);
    }

    private String messages(UUID id, Object author, String command) {
        return "{\"messages\":[" + ViewDouble.message(id, channel, author, "") + "],\"command\":" + command + "}";
    }

    private static String anyKey() {
        return "key " + Ids.fresh();
    }

    private record Answer(int status, String problem) {}

    private Answer edit(String key) {
        return put("/api/channels/" + channel + "/messages/" + message + "/content", key, Map.of("content", "two"));
    }

    private Answer react(String key) {
        return put("/api/channels/" + channel + "/messages/" + message + "/reactions/👋/me", key, Map.of());
    }

    private Answer put(String path, String key, Map<String, ?> body) {
        return answer(commands()
                .http()
                .put()
                .uri(path)
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, key)
                .body(body)
                .exchange());
    }

    private ResponseSpec delete(String key) {
        return commands()
                .http()
                .delete()
                .uri("/api/channels/" + channel + "/messages/" + message)
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, key)
                .exchange();
    }

    private static Answer answer(ResponseSpec response) {
        var answer = response.returnResult(String.class);
        var text = answer.getResponseBody();
        JsonNode type = text == null ? null : JSON.readTree(text).get("type");
        return new Answer(answer.getStatus().value(), type == null ? null : type.asString());
    }

    /** How many records there are of this channel, the message's own apart. */
    private int changes() {
        return new LogReader(INSTANCE.bean(LogClients.class))
                        .read(
                                Topic.MESSAGES,
                                record -> record.value() != null
                                        && new String(record.value(), UTF_8).contains(message.toString()))
                        .size()
                - 1;
    }

    private static Commands commands() {
        return Commands.at(INSTANCE.port());
    }
}
