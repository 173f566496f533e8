package io.webchat.benchmark.push;

import io.webchat.benchmark.Together;
import io.webchat.client.Endpoints;
import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * People who are members of the same servers, with twenty channels together, and talk in one of them; fifty of them
 * have a room of their own as well. What they create stays.
 */
record Community(List<WebChatClient> members, UUID channel, UUID room) {
    /** Fewer than an instance lets one user have. */
    static final int CONNECTIONS_EACH = 40;

    private static final int SERVERS = 4;
    private static final int CHANNELS_EACH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "benchmark-password";

    /** Registers as many as are needed, and lets them join. */
    static Community create(HttpClient http, Endpoints endpoints, int connections) {
        var run = Long.toString(System.currentTimeMillis(), 36);
        var people = Math.max(Plan.ROOM_MEMBERS, Math.ceilDiv(connections, CONNECTIONS_EACH));
        var members = Together.all(IntStream.range(0, people).boxed().toList(), index -> {
            var client = new WebChatClient(http, endpoints);
            var name = "bench-" + run + "-" + index;
            client.register(name + "@bench.example", name, PASSWORD);
            return client.withoutConsistency().patient(PATIENCE);
        });
        var founder = members.getFirst();
        var channels = new ArrayList<UUID>();
        for (var i = 0; i < SERVERS; i++) {
            channels.add(found(founder, "Benchmark " + run, members));
        }
        var room = found(founder, "Room " + run, members.subList(0, Plan.ROOM_MEMBERS));
        return new Community(members, channels.getFirst(), room);
    }

    /** An access token of the person whose connection this is. */
    String token(int connection) {
        return members.get(connection % members.size()).accessToken();
    }

    void post(UUID where, int index, String content) {
        var author = members.get(index % Plan.ROOM_MEMBERS);
        author.post(where, Ids.fresh(), content);
    }

    /** A server with its channels, and all members in it; its first channel. */
    private static UUID found(WebChatClient founder, String name, List<WebChatClient> members) {
        var server = founder.createServer(name);
        for (var i = 1; i < CHANNELS_EACH; i++) {
            founder.createChannel(server.serverId(), "channel " + i);
        }
        var invite = founder.createInvite(server.serverId()).code();
        Together.all(members.subList(1, members.size()), member -> member.join(invite));
        return server.generalChannelId();
    }
}
