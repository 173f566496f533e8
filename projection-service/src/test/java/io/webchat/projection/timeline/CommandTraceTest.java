package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/** What is told of a command on a message along with the message. */
class CommandTraceTest {
    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");
    private static final ServiceInstance INSTANCE = SharedInstances.first();

    private final Community community = Community.founded(INSTANCE);
    private final MessageEvent.Posted message = community.posted("Helo");

    @Test
    void whereItsRecordIsAndWhetherAnotherOneCameBeforeIt() {
        var first = edited(1, "Hello");
        var late = edited(1, "Hallo");

        found(first)
                .jsonPath("$.command.offset")
                .isNumber()
                .jsonPath("$.command.isLost")
                .isEqualTo(false);
        found(late)
                .jsonPath("$.command.offset")
                .isNumber()
                .jsonPath("$.command.isLost")
                .isEqualTo(true);
        found(first).jsonPath("$.messages[0].content").isEqualTo("Hello");
    }

    @Test
    void nothingOfOneThatHasNone() {
        edited(1, "Hello");

        found(new CommandId(Ids.fresh())).jsonPath("$.command").doesNotExist();
    }

    @Test
    void ofOneThatIsNotKnownUntilWhenNotAllAre() {
        var first = edited(1, "version 1");
        for (var revision = 2; revision <= CommandsDocument.KEPT + 1; revision++) {
            edited(revision, "version " + revision);
        }

        found(first)
                .jsonPath("$.command.offset")
                .doesNotExist()
                .jsonPath("$.command.forgottenUpTo")
                .isEqualTo("2026-02-01T00:00:01.000Z");
    }

    private CommandId edited(int revision, String content) {
        var command = new CommandId(Ids.fresh());
        var edit = new MessageChange.Edited(
                community.server,
                community.channel,
                message.messageId(),
                community.owner.id(),
                revision,
                content,
                null,
                AT.plusSeconds(revision));
        community.append(edit, command);
        return command;
    }

    private BodyContentSpec found(CommandId command) {
        var path = "/api/channels/" + community.channel + "/messages/by-id?ids=" + message.messageId() + "&command="
                + command;
        return Queries.at(INSTANCE).found(community, path);
    }
}
