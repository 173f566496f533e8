package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.log.Ids;
import io.webchat.log.MessageRecords;
import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** A ban that takes messages along, some of which are gone before it comes to them. */
class MessageRemovalTest {
    private static final ViewDouble VIEW = new ViewDouble();

    /** The view reads the log before it answers, for which a busy machine takes its time. */
    private static final ServiceInstance SERVICE = ServiceInstance.start(
            CommandServiceApplication.class, VIEW.setting(), "webchat.projection-service.timeout=20s");

    private final Commands commands = Commands.at(SERVICE.port());
    private final TestUser ada = SERVICE.user();
    private final TestUser ben = SERVICE.user();

    @AfterAll
    static void stop() {
        SERVICE.close();
        VIEW.close();
    }

    @Test
    void whatIsGoneByThenKeepsNoOtherMessage() {
        var created = commands.createServer(ada);
        var channel = created.generalChannelId();
        var message = Ids.fresh();
        var deletedChannel = Ids.fresh();
        VIEW.says(path -> {
            if (!path.contains("/by/")) {
                return "{\"messages\":[" + ViewDouble.message(message, channel, ben.id(), "") + "]}";
            }
            return isDeleted(message)
                    ? "{\"messages\":[]}"
                    : "{\"messages\":[" + place(deletedChannel.toString()) + "," + place(channel, message) + "]}";
        });

        ban(created.serverId());

        assertThat(isDeleted(message)).isTrue();
    }

    @Test
    void whatGoesOnBeingToldThoughItIsGoneIsNotLookedAtForEver() {
        var created = commands.createServer(ada);
        var message = Ids.fresh();
        VIEW.says(path -> path.contains("/by/")
                ? "{\"messages\":[" + place(created.generalChannelId(), message) + "]}"
                : "{\"messages\":[]}");

        ban(created.serverId());

        assertThat(isDeleted(message)).isFalse();
    }

    @Test
    void whatTheViewBeginsToSayAndDoesNotEndHasToBeRepeated() {
        var created = commands.createServer(ada);
        VIEW.says(path -> "{\"messages\":[");

        commands.http()
                .delete()
                .uri("/api/channels/{channel}/messages/{message}", created.generalChannelId(), Ids.fresh())
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:view-unavailable");
    }

    private void ban(String server) {
        commands.http()
                .put()
                .uri("/api/servers/{server}/bans/{user}", server, ben.id())
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("removeMessagesOfSeconds", 3600))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static boolean isDeleted(UUID message) {
        return !new LogReader(SERVICE.bean(LogClients.class))
                .read(
                        Topic.MESSAGES,
                        record -> MessageRecords.isDeleted(record)
                                && MessageRecords.messageOf(record).endsWith(message.toString()))
                .isEmpty();
    }

    private static String place(String channel) {
        return place(channel, Ids.fresh());
    }

    private static String place(String channel, UUID message) {
        return "{\"channelId\":\"%s\",\"messageId\":\"%s\"}".formatted(channel, message);
    }
}
