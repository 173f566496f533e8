package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.Ids;
import io.webchat.client.PageRequest;
import io.webchat.client.ServerSummary;
import io.webchat.client.WebChatClient;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sends the consistency token along sees what they have done, whichever instances are asked. */
@NeedsStack
class ReadYourWritesTest {
    private static final int WRITES = 100;

    private final Person ada = Person.register("ada");
    private final List<URI> commands = Stack.instances("command");
    private final List<URI> queries = Stack.instances("projection");

    @Test
    void everyOneOfManyFastWritesIsInTheNextAnswerOfAnyInstance() {
        var room = Room.of(ada);
        for (var i = 0; i < WRITES; i++) {
            var client = instance(i);
            var posted = client.post(room.channelId(), Ids.fresh(), "write " + i);
            var newest = client.messages(room.channelId(), PageRequest.newest(1))
                    .messages()
                    .getFirst();

            assertThat(newest.messageId()).as("write %d", i).isEqualTo(posted.messageId());
            assertThat(newest.number()).isEqualTo(i + 1);
        }
    }

    @Test
    void aNewServerItsInviteAndItsMembersAreThereAtOnce() {
        for (var i = 0; i < 10; i++) {
            var client = instance(i);
            var server = client.createServer("Server " + i);
            assertThat(client.servers()).extracting(ServerSummary::serverId).contains(server.serverId());
            var invite = client.createInvite(server.serverId());
            assertThat(client.preview(invite.code()).serverId()).isEqualTo(server.serverId());
            var posted = client.post(server.generalChannelId(), Ids.fresh(), "first");
            assertThat(client.history(server.generalChannelId()))
                    .singleElement()
                    .satisfies(message -> assertThat(message.messageId()).isEqualTo(posted.messageId()));
        }
    }

    @Test
    void aTokenThatWasMadeUpChangedOrMadeForSomebodyElseIsRefused() {
        var bo = Person.register("bo");
        var room = Room.of(ada);
        var answer = Ask.post("/api/channels/" + room.channelId() + "/messages")
                .as(ada)
                .json("{'messageId':'%s','content':'hi'}".formatted(Ids.fresh()))
                .answer();
        var token = answer.headers().firstValue("Consistency-Token").orElseThrow();
        assertThat(servers(ada, token)).isEqualTo("200");

        assertThat(servers(bo, token)).isEqualTo("400 invalid-consistency-token");
        assertThat(servers(ada, "made-up")).isEqualTo("400 invalid-consistency-token");
        assertThat(servers(ada, token + "," + "made-up")).isEqualTo("400 invalid-consistency-token");
        var changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        assertThat(servers(ada, changed)).isEqualTo("400 invalid-consistency-token");
        assertThat(Ask.post("/api/servers")
                        .as(bo)
                        .with("Idempotency-Key", "k")
                        .with("Consistency-Token", token)
                        .json("{'name':'Garden'}")
                        .answer()
                        .outcome())
                .as("with a command")
                .isEqualTo("400 invalid-consistency-token");
    }

    private static String servers(Person person, String token) {
        return Ask.get("/api/servers")
                .as(person)
                .with("Consistency-Token", token)
                .answer()
                .outcome();
    }

    /** Commands and queries go round the instances, out of step with each other. */
    private WebChatClient instance(int i) {
        return ada.client()
                .at(Stack.endpoints()
                        .withCommands(commands.get(i % commands.size()))
                        .withQueries(queries.get(i / commands.size() % queries.size())));
    }
}
