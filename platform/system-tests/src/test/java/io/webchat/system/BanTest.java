package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.client.ProblemException;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A ban takes the messages along that the moderator wants gone, and no others. */
@NeedsStack
class BanTest {
    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");
    private final Room room = Room.of(ada, bo);

    @Test
    void theMessagesOfTheLastHourAreGone() {
        post(bo, room.channelId(), "buy this");
        post(ada, room.channelId(), "please do not");
        var elsewhere = channel("elsewhere");
        post(bo, elsewhere, "buy that");
        var again = new Room(room.serverId(), elsewhere);

        var first = ban(ada, bo, "{'removeMessagesOfSeconds':3600}").json();
        assertThat(first.path("removedMessages").asInt()).isEqualTo(2);
        assertThat(first.path("complete").asBoolean()).isTrue();

        assertThat(shown(room)).containsExactly("", "please do not");
        assertThat(shown(again)).containsExactly("");
        var second = ban(ada, bo, "{'removeMessagesOfSeconds':3600}").json();
        assertThat(second.path("removedMessages").asInt()).as("once more").isZero();
        assertThat(second.path("complete").asBoolean()).isTrue();
    }

    @Test
    void withoutBeingAskedForNoneIsGone() {
        post(bo, room.channelId(), "a fair point");

        assertThat(ban(ada, bo, "{'reason':'said so'}").outcome()).isEqualTo("200");

        assertThat(shown(room)).containsExactly("a fair point");
    }

    @Test
    void aModeratorRemovesOnlyWhatTheyManage() {
        var mod = Person.register("mod");
        mod.client().join(ada.client().createInvite(room.serverId()).code());
        var role = create("/api/servers/" + room.serverId() + "/roles", "{'name':'Mods','permissions':['ban-members']}")
                .path("roleId")
                .asString();
        var managed = channel("managed");
        done(Ask.put("/api/servers/" + room.serverId() + "/members/" + mod.id() + "/roles/" + role)
                .following(ada));
        done(Ask.put("/api/channels/" + managed + "/overrides/roles/" + role)
                .json("{'allow':['manage-messages'],'deny':[]}")
                .following(ada));
        post(bo, room.channelId(), "stays");
        post(bo, managed, "goes");

        await().untilAsserted(() -> assertThat(
                        ban(mod, bo, "{'removeMessagesOfSeconds':3600}").outcome())
                .isEqualTo("200"));

        await().untilAsserted(() ->
                assertThat(shown(new Room(room.serverId(), managed))).containsExactly(""));
        assertThat(shown(room)).containsExactly("stays");
    }

    @Test
    void whatCannotBeBannedKeepsItsMessagesAndNonsenseNamesItsField() {
        post(bo, room.channelId(), "still here");

        assertThat(ban(bo, ada, "{'removeMessagesOfSeconds':3600}").outcome()).isEqualTo("403 missing-permission");
        for (var seconds : List.of("0", "-1", "604801", "'a day'")) {
            var answer = ban(ada, bo, "{'removeMessagesOfSeconds':" + seconds + "}");
            assertThat(answer.outcome()).isEqualTo("400 invalid-request");
            assertThat(answer.fields()).containsExactly("removeMessagesOfSeconds");
        }
        assertThat(shown(room)).containsExactly("still here");
    }

    private Answer ban(Person moderator, Person banned, String body) {
        return Ask.put("/api/servers/" + room.serverId() + "/bans/" + banned.id())
                .json(body)
                .following(moderator);
    }

    private UUID channel(String name) {
        var path = "/api/servers/" + room.serverId() + "/channels";
        return UUID.fromString(
                create(path, "{'name':'" + name + "'}").path("channelId").asString());
    }

    private JsonNode create(String path, String body) {
        var answer = Ask.post(path).json(body).following(ada);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static void done(Answer answer) {
        assertThat(answer.outcome()).isEqualTo("204");
    }

    private void post(Person author, UUID channel, String content) {
        var id = Ids.fresh();
        // A channel that Ada has just made may not be there yet at the instance that Bo asks.
        await().ignoreExceptionsInstanceOf(ProblemException.class).until(() -> {
            author.client().post(channel, id, content);
            return true;
        });
        // A token is its author's alone: Ada sees it as soon as the view has it.
        var path = "/api/channels/" + channel + "/messages";
        await().until(() -> Ask.get(path)
                .following(ada)
                .json()
                .path("messages")
                .valueStream()
                .anyMatch(message -> message.path("messageId").asString().equals(id.toString())));
    }

    /** What Ada reads, in order; a deleted message has no content. */
    private List<String> shown(Room where) {
        return ada.client().history(where.channelId()).stream()
                .map(message -> message.content())
                .toList();
    }
}
