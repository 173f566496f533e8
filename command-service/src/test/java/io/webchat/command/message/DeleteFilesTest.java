package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.attachment.Files;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.log.Ids;
import io.webchat.log.MessageRecords;
import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What becomes of the files of a message that is deleted while something goes wrong. The view is the test's. */
class DeleteFilesTest {
    private static final ViewDouble VIEW = new ViewDouble();
    private static final ServiceInstance SERVICE = start();

    private final TestUser ada = SERVICE.user();
    private final UUID message = Ids.fresh();

    private static ServiceInstance start(String... settings) {
        var all = new String[settings.length + 1];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = VIEW.setting();
        return ServiceInstance.start(CommandServiceApplication.class, all);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        VIEW.close();
    }

    @Test
    void theyGoAlthoughNobodyHearsThatTheDeletionIsInTheLog() {
        var commands = Commands.at(SERVICE.port());
        var channel = commands.createServer(ada).generalChannelId();
        var file = new Files(commands).uploaded(ada, channel, Files.noise(10));
        commands.post(
                        ada,
                        "/api/channels/" + channel + "/messages",
                        "unused",
                        Map.of("messageId", message, "content", "Hello", "attachmentIds", List.of(file)))
                .expectStatus()
                .isCreated();
        assertThat(discarded()).isEmpty();
        show(channel, file);

        // From here on nothing that is appended is read back.
        SERVICE.bean(RecentMessages.class).tail().close();
        delete(commands, channel).expectStatus().isEqualTo(503);

        assertThat(deletions(SERVICE)).isOne();
        assertThat(discarded()).containsExactly(file.toString());
    }

    @Test
    void withoutTheStoreTheMessageStaysAndTheDeletionHasToBeRepeated() throws IOException {
        try (var instance = start("MONGO_URI=mongodb://127.0.0.1:" + unusedPort())) {
            var commands = Commands.at(instance.port());
            var channel = commands.createServer(ada).generalChannelId();
            commands.postMessage(ada, channel, message, "Hello").expectStatus().isCreated();
            show(channel, Ids.fresh());

            delete(commands, channel)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:store-unavailable");

            assertThat(deletions(instance)).isZero();
            show(channel, null);
            delete(commands, channel).expectStatus().isNoContent();
            assertThat(deletions(instance)).isOne();
        }
    }

    /** What had begun to arrive is the same to whoever waits as what never came. */
    @Test
    void aViewThatBreaksOffHasToBeAskedAgain() {
        var commands = Commands.at(SERVICE.port());
        var channel = commands.createServer(ada).generalChannelId();
        VIEW.breaksOff();

        delete(commands, channel)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:view-unavailable");
    }

    private ResponseSpec delete(Commands commands, String channel) {
        return commands.http()
                .delete()
                .uri("/api/channels/{channel}/messages/{message}", channel, message)
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .exchange();
    }

    private List<String> discarded() {
        var use = SERVICE.bean(MongoTemplate.class).findById(ada.id().toString(), Document.class, "attachment_use");
        var holds = use == null ? null : use.get("holds", Document.class);
        return holds == null
                ? List.of()
                : holds.values().stream()
                        .map(Document.class::cast)
                        .filter(hold -> hold.getDate("since").toInstant().equals(Instant.EPOCH))
                        .map(hold -> hold.getString("attachmentId"))
                        .toList();
    }

    private long deletions(ServiceInstance instance) {
        return new LogReader(instance.bean(LogClients.class))
                .read(
                        Topic.MESSAGES,
                        record -> MessageRecords.isDeleted(record)
                                && MessageRecords.messageOf(record).endsWith(message.toString()))
                .size();
    }

    private void show(String channel, @Nullable UUID file) {
        var files = file == null ? "" : """
                {"id":"%s","name":"notes.txt","contentType":"text/plain","size":10,"hasThumbnail":false}""".formatted(file);
        VIEW.says(path -> "{\"messages\":[" + ViewDouble.message(message, channel, ada.id(), files) + "]}");
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
