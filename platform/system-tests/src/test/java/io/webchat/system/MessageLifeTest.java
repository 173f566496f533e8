package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a message after it was posted, by every command that there is. */
@NeedsStack
class MessageLifeTest {
    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");
    private final Person cem = Person.register("cem");
    private final Room room = Room.of(ada, bo);

    @Test
    void anAuthorEditsAMessageAndNobodyElseDoes() {
        var message = post(bo, "{'content':'Helo'}");

        assertThat(edit(bo, message, "Hello").outcome()).isEqualTo("204");
        assertThat(edit(bo, message, "Hello").outcome()).as("nothing to do").isEqualTo("204");
        assertThat(edit(ada, message, "Hello from Ada").outcome()).isEqualTo("403 missing-permission");
        assertThat(edit(cem, message, "Hello from afar").outcome()).isEqualTo("404 unknown-channel");
        assertThat(edit(bo, Ids.fresh(), "Hello").outcome()).isEqualTo("404 unknown-message");
        assertThat(edit(bo, message, " ").outcome()).isEqualTo("400 invalid-request");

        var shown = shown(bo, message);
        assertThat(shown.path("content").asString()).isEqualTo("Hello");
        assertThat(shown.path("revision").asInt()).isEqualTo(1);
        assertThat(shown.has("editedAt")).isTrue();
    }

    @Test
    void anEditThatIsRepeatedAfterALaterOneChangesNothing() {
        var message = post(bo, "{'content':'one'}");
        var key = UUID.randomUUID().toString();
        assertThat(edit(bo, message, "two", key).outcome()).isEqualTo("204");
        assertThat(edit(bo, message, "three").outcome()).isEqualTo("204");

        assertThat(edit(bo, message, "two", key).outcome()).isEqualTo("204");

        assertThat(shown(bo, message).path("content").asString()).isEqualTo("three");
    }

    /** The order of the log says which of them counts; the others are told, and hear the same when they ask again. */
    @Test
    void ofEditsAtOnceThoseThatDoNotCountAreRefused() throws Exception {
        var message = post(bo, "{'content':'zero'}");
        var outcomes = new LinkedHashMap<String, String>();
        for (var round = 0; round < 20 && !outcomes.containsValue("409 edit-conflict"); round++) {
            var keys =
                    Stream.generate(() -> UUID.randomUUID().toString()).limit(6).toList();
            try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
                var edits = keys.stream()
                        .<Callable<String>>map(
                                key -> () -> edit(bo, message, "by " + key, key).outcome())
                        .toList();
                var answers = devices.invokeAll(edits).iterator();
                for (var key : keys) {
                    outcomes.put(key, answers.next().get());
                }
            }
        }

        assertThat(outcomes).containsValues("204", "409 edit-conflict");
        var counted = outcomes.keySet().stream()
                .filter(key -> outcomes.get(key).equals("204"))
                .map(key -> "by " + key)
                .toList();
        assertThat(Ask.get(path(message) + "/edits")
                        .following(bo)
                        .json()
                        .path("versions")
                        .valueStream()
                        .skip(1)
                        .map(version -> version.path("content").asString()))
                .containsExactlyInAnyOrderElementsOf(counted);
        outcomes.forEach((key, outcome) ->
                assertThat(edit(bo, message, "by " + key, key).outcome()).isEqualTo(outcome));
    }

    @Test
    void aMessageIsDeletedByItsAuthorOrAModeratorAndKeepsItsNumber() {
        var first = post(bo, "{'content':'mine'}");
        var second = post(ada, "{'content':'not yours'}");
        var third = post(bo, "{'content':'off topic'}");

        assertThat(Ask.delete(path(second)).following(bo).outcome()).isEqualTo("403 missing-permission");
        assertThat(Ask.delete(path(first)).following(bo).outcome()).isEqualTo("204");
        assertThat(Ask.delete(path(first)).following(bo).outcome())
                .as("once more")
                .isEqualTo("204");
        assertThat(Ask.delete(path(third)).following(ada).outcome())
                .as("by a moderator")
                .isEqualTo("204");
        assertThat(edit(bo, first, "back").outcome()).isEqualTo("404 unknown-message");

        var page = page(ada);
        assertThat(page).extracting(m -> m.path("number").asInt()).containsExactly(1, 2, 3);
        assertThat(page).extracting(m -> m.path("isDeleted").asBoolean()).containsExactly(true, false, true);
        assertThat(page).extracting(m -> m.path("content").asString()).containsExactly("", "not yours", "");
    }

    @Test
    void aModeratorDeletesManyAtOnceAndOthersNone() {
        var mine = post(bo, "{'content':'mine'}");
        var adas = post(ada, "{'content':'yours'}");
        var both = "{'messageIds':['%s','%s','%s']}".formatted(mine, adas, Ids.fresh());

        assertThat(bulkDelete(bo, both).outcome()).isEqualTo("403 missing-permission");
        assertThat(page(ada)).extracting(m -> m.path("isDeleted").asBoolean()).containsExactly(false, false);
        assertThat(bulkDelete(ada, both).outcome()).isEqualTo("204");

        assertThat(page(ada)).extracting(m -> m.path("isDeleted").asBoolean()).containsExactly(true, true);
        assertThat(bulkDelete(ada, "{'messageIds':[]}").outcome()).isEqualTo("400 invalid-request");
    }

    /** As if Kafka had taken only a part of it: one of the messages is not there at first, and so is passed over. */
    @Test
    void theRepetitionOfADeletionOfManyDoesWhatWasLeftOut() {
        var first = post(ada, "{'content':'first'}");
        var second = Ids.fresh();
        var both = "{'messageIds':['%s','%s']}".formatted(first, second);
        assertThat(bulkDelete(ada, both, "the same").outcome()).isEqualTo("204");
        assertThat(tryPost(ada, second, "{'content':'second'}").outcome()).isEqualTo("201");
        assertThat(page(ada)).extracting(m -> m.path("isDeleted").asBoolean()).containsExactly(true, false);

        assertThat(bulkDelete(ada, both, "the same").outcome()).isEqualTo("204");
        assertThat(page(ada)).extracting(m -> m.path("isDeleted").asBoolean()).containsExactly(true, true);
        assertThat(bulkDelete(ada, both, "the same").outcome()).isEqualTo("204");
    }

    @Test
    void peopleReactOnceWithEachOfTwentyEmoji() {
        var message = post(ada, "{'content':'Who is in?'}");

        assertThat(Ask.put(reaction(message, "👋🏽")).following(ada).outcome()).isEqualTo("204");
        assertThat(Ask.put(reaction(message, "👋🏽")).following(bo).outcome()).isEqualTo("204");
        assertThat(Ask.put(reaction(message, "👋🏽")).following(bo).outcome()).isEqualTo("204");
        assertThat(Ask.put(reaction(message, "hello")).following(bo).outcome()).isEqualTo("400 invalid-request");
        for (var i = 1; i < 20; i++) {
            assertThat(Ask.put(reaction(message, Character.toString(0x1F600 + i)))
                            .following(bo)
                            .outcome())
                    .isEqualTo("204");
        }
        assertThat(Ask.put(reaction(message, "🎉")).following(bo).outcome()).isEqualTo("409 limit-reached");
        assertThat(Ask.put(reaction(message, "😁")).following(ada).outcome())
                .as("one of the twenty")
                .isEqualTo("204");
        assertThat(Ask.delete(reaction(message, "👋🏽")).following(bo).outcome())
                .isEqualTo("204");

        var reactions = shown(bo, message).path("reactions");
        assertThat(reactions.size()).isEqualTo(20);
        assertThat(reactions.get(0).path("emoji").asString()).isEqualTo("👋🏽");
        assertThat(reactions.get(0).path("userIds").valueStream().map(JsonNode::asString))
                .containsExactly(ada.id().toString());
    }

    @Test
    void aMessageIsPinnedBySomebodyWhoMay() {
        var message = post(bo, "{'content':'The rules'}");
        var pin = channel() + "/pins/" + message;

        assertThat(Ask.put(pin).following(bo).outcome()).isEqualTo("403 missing-permission");
        assertThat(Ask.put(pin).following(ada).outcome()).isEqualTo("204");
        assertThat(pinned(ada)).containsExactly(message.toString());
        assertThat(shown(ada, message).path("isPinned").asBoolean()).isTrue();
        assertThat(Ask.delete(pin).following(ada).outcome()).isEqualTo("204");
        assertThat(pinned(ada)).isEmpty();
    }

    @Test
    void aReplyShowsWhatItAnswersAndCallsWhomItNames() {
        var question = post(ada, "{'content':'Who knows <@%s>?'}".formatted(bo.id()));
        var answer = post(bo, "{'content':'@everyone knows me','replyTo':'%s'}".formatted(question));

        var page = Ask.get(channel() + "/messages").following(bo).json();
        var messages = page.path("messages");
        assertThat(messages.get(0).path("mentions").path("users").get(0).asString())
                .isEqualTo(bo.id().toString());
        assertThat(messages.get(1).has("mentions"))
                .as("a member may not call everyone")
                .isFalse();
        assertThat(messages.get(1).path("replyTo").asString()).isEqualTo(question.toString());
        assertThat(page.path("referenced")
                        .path(question.toString())
                        .path("authorId")
                        .asString())
                .isEqualTo(ada.id().toString());
        Ask.delete(path(question)).following(ada);
        await().until(() -> shown(bo, question).path("isDeleted").asBoolean());
        assertThat(tryPost(bo, "{'content':'late','replyTo':'%s'}".formatted(question))
                        .outcome())
                .isEqualTo("404 unknown-message");
        assertThat(shown(bo, answer).path("replyTo").asString()).isEqualTo(question.toString());
    }

    @Test
    void aThreadHasItsOwnHistoryAndMembers() {
        var root = post(ada, "{'content':'Lunch?'}");
        var thread = channel() + "/threads/" + root;
        assertThat(tryPost(bo, "{'content':'early','threadId':'%s'}".formatted(root))
                        .outcome())
                .isEqualTo("404 unknown-thread");

        assertThat(Ask.put(thread).json("{'name':'Lunch'}").following(ada).outcome())
                .isEqualTo("204");
        await().until(() -> shown(bo, root).has("thread"));
        var inThread = post(bo, "{'content':'Soup','threadId':'%s'}".formatted(root));
        post(ada, "{'content':'Elsewhere'}");

        assertThat(messages(bo, thread + "/messages"))
                .extracting(m -> m.path("messageId").asString())
                .containsExactly(inThread.toString());
        assertThat(page(ada)).extracting(m -> m.path("content").asString()).containsExactly("Lunch?", "Elsewhere");
        assertThat(page(ada)).extracting(m -> m.path("number").asInt()).containsExactly(1, 2);
        var shown = shown(bo, root).path("thread");
        assertThat(shown.path("messages").asInt()).isEqualTo(1);
        assertThat(shown.path("members").valueStream().map(JsonNode::asString))
                .containsExactly(ada.id().toString(), bo.id().toString());
        assertThat(Ask.delete(thread + "/members/me").following(bo).outcome()).isEqualTo("204");
        assertThat(shown(bo, root).path("thread").path("members").size()).isEqualTo(1);
        assertThat(messages(bo, channel() + "/threads"))
                .extracting(m -> m.path("messageId").asString())
                .containsExactly(root.toString());
    }

    @Test
    void aThreadOutlivesTheMessageThatItHangsOnAndIsLeftAllTheSame() {
        var root = post(ada, "{'content':'Lunch?'}");
        var thread = channel() + "/threads/" + root;
        assertThat(Ask.put(thread).json("{'name':'Lunch'}").following(ada).outcome())
                .isEqualTo("204");
        await().until(() -> shown(bo, root).has("thread"));
        assertThat(Ask.put(thread + "/members/me").following(bo).outcome()).isEqualTo("204");
        assertThat(Ask.delete(path(root)).following(ada).outcome()).isEqualTo("204");
        await().until(() -> shown(bo, root).path("isDeleted").asBoolean());

        assertThat(Ask.delete(thread + "/members/me").following(bo).outcome()).isEqualTo("204");
        assertThat(shown(bo, root).path("thread").path("members").valueStream().map(JsonNode::asString))
                .containsExactly(ada.id().toString());
        assertThat(Ask.put(thread + "/members/me").following(bo).outcome()).isEqualTo("204");
        assertThat(shown(bo, root).path("thread").path("members").size()).isEqualTo(2);
    }

    @Test
    void slowModeMakesMembersWaitAndModeratorsNot() {
        assertThat(Ask.put(channel() + "/slow-mode")
                        .json("{'seconds':3600}")
                        .following(ada)
                        .outcome())
                .isEqualTo("204");
        var first = Ids.fresh();
        assertThat(tryPost(bo, first, "{'content':'one'}").outcome()).isEqualTo("201");

        var second = await().until(
                        () -> tryPost(bo, "{'content':'two'}"),
                        answer -> answer.outcome().equals("429 slow-mode"));

        assertThat(second.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(3_500L, 3_600L);
        assertThat(tryPost(bo, first, "{'content':'one'}").outcome())
                .as("a repetition")
                .isEqualTo("201");
        post(ada, "{'content':'A moderator speaks'}");
        post(ada, "{'content':'and speaks'}");
    }

    @Test
    void aMessageCarriesFilesUntilItIsDeleted() {
        var file = Ids.fresh();
        var uploaded = Ask.put(channel() + "/attachments/" + file + "?name=notes.txt")
                .body(BodyPublishers.ofString("Some notes"))
                .following(bo);
        assertThat(uploaded.outcome()).isEqualTo("201");

        var message = post(bo, "{'attachmentIds':['%s']}".formatted(file));

        assertThat(shown(ada, message).path("attachments").get(0).path("name").asString())
                .isEqualTo("notes.txt");
        var download = channel() + "/attachments/" + file;
        assertThat(Ask.get(download).following(ada).body()).isEqualTo("Some notes");
        assertThat(tryPost(bo, "{'content':'again','attachmentIds':['%s']}".formatted(file))
                        .outcome())
                .isEqualTo("404 unknown-attachment");
        assertThat(tryPost(bo, "{}").fields()).containsExactly("content");
        assertThat(Ask.delete(path(message)).following(bo).outcome()).isEqualTo("204");
        assertThat(tryPost(bo, "{'content':'again','attachmentIds':['%s']}".formatted(file))
                        .outcome())
                .isEqualTo("404 unknown-attachment");
        await().until(() -> shown(ada, message).path("isDeleted").asBoolean());
        assertThat(Ask.get(download).following(ada).outcome()).isEqualTo("404 unknown-attachment");
    }

    private UUID post(Person person, String body) {
        var id = Ids.fresh();
        assertThat(tryPost(person, id, body).outcome()).isEqualTo("201");
        // A token is its owner's alone: everybody else sees it as soon as the view has it.
        for (var reader : List.of(ada, bo)) {
            await().until(() -> shown(reader, id).isObject());
        }
        return id;
    }

    private Answer tryPost(Person person, String body) {
        return tryPost(person, Ids.fresh(), body);
    }

    private Answer tryPost(Person person, UUID id, String body) {
        var separator = body.equals("{}") ? "" : ",";
        return Ask.post(channel() + "/messages")
                .json(body.replace("}", separator + "'messageId':'" + id + "'}"))
                .following(person);
    }

    private Answer edit(Person person, UUID message, String content) {
        return edit(person, message, content, UUID.randomUUID().toString());
    }

    private Answer edit(Person person, UUID message, String content, String key) {
        return Ask.put(path(message) + "/content")
                .json("{'content':'" + content + "'}")
                .following(person, key);
    }

    private Answer bulkDelete(Person person, String body) {
        return bulkDelete(person, body, UUID.randomUUID().toString());
    }

    private Answer bulkDelete(Person person, String body, String key) {
        return Ask.post(channel() + "/messages/bulk-delete").json(body).following(person, key);
    }

    private List<JsonNode> page(Person person) {
        return messages(person, channel() + "/messages");
    }

    private List<String> pinned(Person person) {
        return messages(person, channel() + "/pins").stream()
                .map(message -> message.path("messageId").asString())
                .toList();
    }

    private static List<JsonNode> messages(Person person, String path) {
        return Ask.get(path)
                .following(person)
                .json()
                .path("messages")
                .valueStream()
                .toList();
    }

    private JsonNode shown(Person person, UUID message) {
        return Ask.get(path(message)).following(person).json().path("message");
    }

    private String channel() {
        return "/api/channels/" + room.channelId();
    }

    private String path(UUID message) {
        return channel() + "/messages/" + message;
    }

    private String reaction(UUID message, String emoji) {
        return path(message) + "/reactions/" + URLEncoder.encode(emoji, StandardCharsets.UTF_8) + "/me";
    }
}
