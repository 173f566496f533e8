package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody has not read, from the post of one to the mark of the other, and why. */
@NeedsStack
class UnreadTest {
    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");
    private final Room room = Room.of(ada, bo);

    @Test
    void whatIsPostedIsUnreadForOthersUntilTheyReadIt() {
        var messages = IntStream.range(0, 3).mapToObj(i -> post("message " + i)).toList();
        assertThat(unread(bo)).isEqualTo("3 unread from 1, 0 mentions");
        assertThat(unread(ada)).isEqualTo("0 unread from -, 0 mentions");

        assertThat(mark("read", messages.get(1)).outcome()).isEqualTo("204");
        assertThat(unread(bo)).isEqualTo("1 unread from 3, 0 mentions");
        assertThat(mark("read", messages.get(0)).outcome())
                .as("late, and no way back")
                .isEqualTo("204");
        assertThat(unread(bo)).isEqualTo("1 unread from 3, 0 mentions");

        assertThat(mark("unread", messages.get(1)).outcome()).isEqualTo("204");
        assertThat(unread(bo)).isEqualTo("2 unread from 2, 0 mentions");
        assertThat(mark("read", messages.get(2)).outcome()).isEqualTo("204");
        assertThat(unread(bo)).isEqualTo("0 unread from -, 0 mentions");
    }

    @Test
    void aCallCountsAndStandsInTheInbox() {
        post("Hello");
        var called = post("Look, <@" + bo.id() + ">");

        assertThat(unread(bo)).isEqualTo("2 unread from 1, 1 mentions");
        var inbox = Ask.get("/api/users/me/mentions").following(bo).json().path("mentions");
        assertThat(inbox.get(0).path("messageId").asString()).isEqualTo(called.toString());
        assertThat(inbox.get(0).path("isUnread").asBoolean()).isTrue();
        assertThat(why().path("messages")
                        .valueStream()
                        .map(message -> message.path("counts").asString()))
                .containsExactly("unread", "mention");
        assertThat(why().path("because").path("kind").asString()).isEqualTo("joined");

        mark("read", called);
        assertThat(why().path("because").path("messageId").asString()).isEqualTo(called.toString());
        assertThat(why().path("messages")).isEmpty();
    }

    @Test
    void manyMarksAtOnceLeaveTheFurthest() throws Exception {
        // Each mark leaves a token, and services take eight of them.
        var messages = IntStream.range(0, 6).mapToObj(i -> post("message " + i)).toList();
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var marks = messages.reversed().stream()
                    .<Callable<Answer>>map(message -> () -> Ask.put(channel() + "/read")
                            .as(bo)
                            .json("{'messageId':'%s'}".formatted(message))
                            .answer())
                    .toList();
            for (var answer : devices.invokeAll(marks)) {
                assertThat(answer.get().outcome()).isEqualTo("204");
                answer.get().headers().firstValue("Consistency-Token").ifPresent(bo.client()::readAtLeast);
            }
        }

        assertThat(unread(bo)).isEqualTo("0 unread from -, 0 mentions");
    }

    @Test
    void onlyWhatExistsIsMarkedAndOnlyByWhoSeesIt() {
        var message = post("Hello");
        var cem = Person.register("cem");

        assertThat(mark("read", Ids.fresh()).outcome()).isEqualTo("404 unknown-message");
        assertThat(Ask.put(channel() + "/read")
                        .json("{'messageId':'%s'}".formatted(message))
                        .following(cem)
                        .outcome())
                .isEqualTo("404 unknown-channel");
        assertThat(Ask.get(channel() + "/unread").following(cem).outcome()).isEqualTo("404 unknown-channel");
        assertThat(Ask.get("/api/users/me/unread").following(cem).json().path("channels"))
                .isEmpty();
    }

    @Test
    void wishesAreKept() {
        var wish = "{'muted':true,'level':'mentions'}";
        assertThat(Ask.put(channel() + "/notifications")
                        .json(wish)
                        .following(bo)
                        .outcome())
                .isEqualTo("204");

        var kept = Ask.get("/api/users/me/unread").following(bo).json().path("notifications");
        assertThat(List.of(
                        kept.get(0).path("muted").asBoolean(),
                        kept.get(0).path("level").asString()))
                .isEqualTo(List.of(true, "mentions"));
    }

    private UUID post(String content) {
        var id = Ids.fresh();
        var posted = Ask.post(channel() + "/messages")
                .json("{'messageId':'%s','content':'%s'}".formatted(id, content))
                .following(ada);
        assertThat(posted.outcome()).isEqualTo("201");
        see(posted);
        return id;
    }

    /** Bo hears of it over the socket; here it is asked for until it is there. */
    private void see(Answer posted) {
        var id = posted.json().path("messageId").asString();
        await().until(() -> Ask.get(channel() + "/messages")
                .following(bo)
                .json()
                .path("messages")
                .valueStream()
                .anyMatch(message -> message.path("messageId").asString().equals(id)));
    }

    private Answer mark(String how, UUID message) {
        return Ask.put(channel() + "/" + how)
                .json("{'messageId':'%s'}".formatted(message))
                .following(bo);
    }

    private String unread(Person reader) {
        var found = Ask.get(channel() + "/unread").following(reader).json();
        return "%d unread from %s, %d mentions"
                .formatted(
                        found.path("unread").asInt(),
                        found.has("firstUnread") ? found.path("firstUnread").asString() : "-",
                        found.path("mentions").asInt());
    }

    private JsonNode why() {
        return Ask.get(channel() + "/unread/why").following(bo).json();
    }

    private String channel() {
        return "/api/channels/" + room.channelId();
    }
}
