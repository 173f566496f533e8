package io.webchat.push;

import static io.webchat.push.PushClient.contents;
import static io.webchat.push.PushClient.isContent;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Ben may see a channel of Alice's server, and then no more; who has lost it sees nothing of it from then on. */
class ChannelEntitlementTest {
    private static final Permissions VIEW = Permissions.of(List.of(Permission.VIEW_CHANNEL));

    private final PushInstance instance = PushInstance.usual();
    private final PushInstance forgetful = PushInstance.forgetful();
    private final UserId alice = ChatLog.someone();
    private final UserId ben = ChatLog.someone();
    private ChatLog.Room open;
    private ChatLog.Room secret;

    /** Who is let in again, or kept out. */
    private enum Way {
        MEMBER {
            @Override
            ChannelEvent override(ChatLog.Room channel, UserId member, Permissions allow, Permissions deny, UserId by) {
                return new ChannelEvent.MemberOverridden(
                        channel.server(), channel.channel(), member, allow, deny, by, Instant.now());
            }
        },
        EVERYBODY {
            @Override
            ChannelEvent override(ChatLog.Room channel, UserId member, Permissions allow, Permissions deny, UserId by) {
                return new ChannelEvent.RoleOverridden(
                        channel.server(),
                        channel.channel(),
                        RoleId.everyoneOf(channel.server()),
                        allow,
                        deny,
                        by,
                        Instant.now());
            }
        };

        abstract ChannelEvent override(
                ChatLog.Room channel, UserId member, Permissions allow, Permissions deny, UserId by);
    }

    @BeforeEach
    void aServerWithTwoChannels() {
        open = ChatLog.room(alice);
        secret = ChatLog.channelBeside(open, alice);
        ChatLog.join(open, ben);
        ChatLog.post(secret, alice, "before");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whileConnected(Way way) {
        try (var member = PushClient.identified(instance, ben);
                var watching = PushClient.watching(instance, ben, List.of(secret.channel()));
                var owner = PushClient.identified(instance, alice)) {
            keepOut(way);
            ChatLog.post(secret, alice, "a secret");
            owner.takeUntil(frame -> isContent(frame, "a secret"));
            assertThat(contents(member.heartbeat())).isEmpty();
            assertThat(ofSecret(watching.heartbeat())).isEmpty();

            letIn(way);
            ChatLog.post(secret, alice, "welcome back");
            member.takeUntil(frame -> isContent(frame, "welcome back"));
            watching.takeUntil(frame -> isContent(frame, "welcome back"));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoComesBackIsToldNothingOfWhatTheyLostMeanwhile(Way way) {
        try (var member = PushClient.identified(instance, ben);
                var watching = PushClient.watching(instance, ben, List.of(secret.channel()));
                var elsewhere = PushClient.watching(instance, ben, List.of(open.channel()))) {
            List.of(member, watching, elsewhere).forEach(PushClient::cut);
            ChatLog.post(secret, alice, "while they could see it");
            keepOut(way);
            ChatLog.post(secret, alice, "a secret");
            awaitDelivered();

            for (var other : List.of(instance, forgetful)) {
                assertThat(ofSecret(comingBack(PushClient.resuming(other, ben, member))))
                        .isEmpty();
                assertThat(ofSecret(comingBack(PushClient.resumingWatching(other, ben, watching))))
                        .isEmpty();
                assertThat(ofSecret(comingBack(PushClient.resumingWatching(other, ben, elsewhere))))
                        .isEmpty();
            }
        }
    }

    @Test
    void whoComesBackIsToldWhatTheyGainedMeanwhile() {
        keepOut(Way.MEMBER);
        try (var member = PushClient.identified(instance, ben)) {
            member.cut();
            letIn(Way.MEMBER);
            ChatLog.post(secret, alice, "welcome");
            awaitDelivered();

            for (var other : List.of(instance, forgetful)) {
                assertThat(contents(comingBack(PushClient.resuming(other, ben, member))))
                        .containsExactly("welcome");
            }
        }
    }

    private void keepOut(Way way) {
        ChatLog.append(way.override(secret, ben, Permissions.NONE, VIEW, alice));
    }

    private void letIn(Way way) {
        ChatLog.append(way.override(secret, ben, VIEW, Permissions.NONE, alice));
    }

    private void awaitDelivered() {
        List.of(instance, forgetful).forEach(PushClient::awaitDelivered);
    }

    private static List<JsonNode> comingBack(PushClient client) {
        try (client) {
            return client.takeUntil(frame -> frame.path("op").stringValue().equals("caught_up"));
        }
    }

    /** Its messages, and that there were any; that it exists, and who may see it, is in events of the structure. */
    private List<JsonNode> ofSecret(List<JsonNode> frames) {
        return frames.stream()
                .filter(frame -> frame.path("op").stringValue().equals("activity")
                        || frame.path("stream").stringValue("").startsWith("messages/"))
                .filter(frame -> frame.toString().contains(secret.channel().toString()))
                .toList();
    }
}
