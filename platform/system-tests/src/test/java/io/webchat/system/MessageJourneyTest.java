package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.HistoryMessage;
import io.webchat.client.Ids;
import io.webchat.client.PageRequest;
import io.webchat.client.PostedMessage;
import io.webchat.client.ServerDetails;
import io.webchat.client.ServerSummary;
import io.webchat.client.UserProfile;
import io.webchat.client.gateway.GatewayConnection;
import io.webchat.client.gateway.GatewayListener;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.client.gateway.StreamEvent;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@NeedsStack
class MessageJourneyTest {
    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");

    @Test
    void aServerIsMadeJoinedAndSeenByBoth() {
        var server = ada.client().createServer("Ada's garden");
        var invite = ada.client().createInvite(server.serverId());
        var preview = ada.client().preview(invite.code());
        assertThat(preview.serverName()).isEqualTo("Ada's garden");
        assertThat(preview.memberCount()).isEqualTo(1);

        assertThat(bo.client().join(invite.code())).isEqualTo(server.serverId());
        assertThat(bo.client().join(invite.code())).as("once more").isEqualTo(server.serverId());

        assertThat(bo.client().servers())
                .containsExactly(new ServerSummary(server.serverId(), "Ada's garden", ada.id()));
        var details = bo.client().server(server.serverId());
        assertThat(details.memberCount()).isEqualTo(2);
        assertThat(details.channels()).containsExactly(new ServerDetails.Channel(server.generalChannelId(), "general"));
        everybodyHasAProfile(new Room(server.serverId(), server.generalChannelId()));
        assertThat(bo.client().members(server.serverId(), null, 100).members())
                .extracting(UserProfile::username)
                .containsExactlyInAnyOrder(ada.username(), bo.username());
    }

    @Test
    void membersComeInPagesThatFollowOneAnother() {
        var room = Room.of(ada, bo);
        everybodyHasAProfile(room);
        var first = bo.client().members(room.serverId(), null, 1);
        var second = bo.client().members(room.serverId(), first.next(), 1);

        assertThat(List.of(
                        first.members().getFirst().userId(),
                        second.members().getFirst().userId()))
                .containsExactlyInAnyOrder(ada.id(), bo.id());
        assertThat(second.next()).isNull();
    }

    @Test
    void aMessageReachesTheOtherSocketLiveAndThenTheHistory() throws Exception {
        var room = Room.of(ada, bo);
        var received = new ReceivedMessages();
        try (var _ = live(bo.client().connect(received))) {
            var posted = ada.client().post(room.channelId(), Ids.fresh(), "Grüße, **世界** 👋");

            received.arrival(posted.messageId()).get(10, TimeUnit.SECONDS);
            assertThat(received.in(room.channelId())).containsExactly(posted);
            var page = ada.client().messages(room.channelId(), PageRequest.newest(50));
            assertThat(page.messages())
                    .containsExactly(new HistoryMessage(
                            1, posted.messageId(), room.channelId(), ada.id(), "Grüße, **世界** 👋", posted.at()));
            assertThat(page.authors().get(ada.id()).username()).isEqualTo(ada.username());
        }
    }

    @Test
    void somebodyWhoJoinsWhileConnectedGetsWhatIsSaidFromThenOn() throws Exception {
        var room = Room.of(ada);
        var code = ada.client().createInvite(room.serverId()).code();
        var before = ada.client().post(room.channelId(), Ids.fresh(), "before Bo came");
        var received = new ReceivedMessages();
        var subscribed = new CompletableFuture<String>();
        var listener = new GatewayListener() {
            @Override
            public void event(StreamEvent event) {
                received.event(event);
            }

            @Override
            public void subscribed(UUID serverId, String consistencyToken) {
                subscribed.complete(consistencyToken);
            }
        };
        try (var _ = live(bo.client().connect(listener))) {
            bo.client().join(code);
            bo.client().readAtLeast(subscribed.get(10, TimeUnit.SECONDS));
            assertThat(room.historyOf(bo)).containsExactly(before.messageId());
            var after = ada.client().post(room.channelId(), Ids.fresh(), "hello Bo");

            received.arrival(after.messageId()).get(10, TimeUnit.SECONDS);
            assertThat(received.in(room.channelId())).containsExactly(after);
        }
    }

    @Test
    void theHistoryComesInPagesInBothDirections() {
        var room = Room.of(ada);
        var ids = postSome(room, 7);
        var newest = ada.client().messages(room.channelId(), PageRequest.newest(3));
        assertThat(ids(newest.messages())).isEqualTo(ids.subList(4, 7));
        assertThat(newest.hasBefore()).isTrue();
        assertThat(newest.hasAfter()).isFalse();

        var before = ada.client()
                .messages(
                        room.channelId(),
                        PageRequest.before(newest.messages().getFirst().number(), 3));
        assertThat(ids(before.messages())).isEqualTo(ids.subList(1, 4));
        assertThat(before.hasBefore()).isTrue();
        assertThat(before.hasAfter()).isTrue();

        var after = ada.client().messages(room.channelId(), PageRequest.after(0, 3));
        assertThat(after.messages()).extracting(HistoryMessage::number).containsExactly(1L, 2L, 3L);
        assertThat(after.hasBefore()).isFalse();
        assertThat(after.hasAfter()).isTrue();
        assertThat(room.historyOf(ada)).isEqualTo(ids);
    }

    @Test
    void aDroppedSocketResumesOnAnyInstanceWithExactlyWhatItMissed() throws Exception {
        var room = Room.of(ada, bo);
        var received = new ReceivedMessages();
        var connection = live(bo.client().connect(received));
        var expected = new ArrayList<UUID>(postSome(room, 1));
        received.arrival(expected.getFirst()).get(10, TimeUnit.SECONDS);

        for (var instance : Stack.instances("push")) {
            connection.drop();
            expected.addAll(postSome(room, 3));
            var there = bo.client().at(Stack.endpoints().withGateway(instance));
            connection = live(there.resume(connection.resumePoint().orElseThrow(), received));
            received.arrival(expected.getLast()).get(10, TimeUnit.SECONDS);
        }
        connection.close();

        assertThat(received.in(room.channelId()))
                .extracting(PostedMessage::messageId)
                .isEqualTo(expected);
        assertThat(received.repeats()).isZero();
        assertThat(received.ignored()).isEmpty();
        assertThat(received.resets()).isEmpty();
    }

    @Test
    void whatIsFetchedWithTheTokenOfReadyAndWhatTheSocketBringsIsEverything() throws Exception {
        var room = Room.of(ada, bo);
        var before = postSome(room, 5);
        var received = new ReceivedMessages();
        try (var connection = live(bo.client().connect(received))) {
            bo.client().readAtLeast(connection.ready().join().token());

            var fetched = room.historyOf(bo);
            assertThat(fetched).isEqualTo(before.subList(0, fetched.size()));
            await().untilAsserted(() -> assertThat(Stream.concat(
                                    fetched.stream(),
                                    received.in(room.channelId()).stream().map(PostedMessage::messageId))
                            .distinct()
                            .toList())
                    .isEqualTo(before));
        }
    }

    /** Profiles come by a stream of their own: a member shows in the list once both have arrived. */
    private void everybodyHasAProfile(Room room) {
        await().until(() ->
                bo.client().members(room.serverId(), null, 100).members().size() == 2);
    }

    private List<UUID> postSome(Room room, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ada.client().post(room.channelId(), Ids.fresh(), "message " + i))
                .map(PostedMessage::messageId)
                .toList();
    }

    private static List<UUID> ids(List<HistoryMessage> messages) {
        return messages.stream().map(HistoryMessage::messageId).toList();
    }

    private static GatewayConnection live(GatewayConnection connection) throws Exception {
        connection.caughtUp().get(10, TimeUnit.SECONDS);
        return connection;
    }
}
