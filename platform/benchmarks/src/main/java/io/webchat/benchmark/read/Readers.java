package io.webchat.benchmark.read;

import io.webchat.benchmark.Together;
import io.webchat.benchmark.corpus.Corpus;
import io.webchat.client.Endpoints;
import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** People who read, each with a server of their own beside the one with the corpus. What they create stays. */
record Readers(List<Reader> all) {
    static final int NUMBER = 50;

    private static final int CHANNELS_EACH = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "benchmark-password";

    /**
     * Somebody.
     *
     * @param writer the same person, whose answers contain what they did
     * @param channel one of the channels of their own server
     */
    record Reader(WebChatClient client, WebChatClient writer, UUID server, UUID channel) {}

    static Readers create(HttpClient http, Endpoints endpoints) {
        var run = Long.toString(System.currentTimeMillis(), 36);
        return new Readers(Together.all(IntStream.range(0, NUMBER).boxed().toList(), index -> {
            var client = new WebChatClient(http, endpoints);
            var name = "bench-" + run + "-" + index;
            client.register(name + "@bench.example", name, PASSWORD);
            var writer = client.patient(PATIENCE);
            var server = writer.createServer("Benchmark " + run + " " + index);
            for (var i = 1; i < CHANNELS_EACH; i++) {
                writer.createChannel(server.serverId(), "channel " + i);
            }
            return new Reader(client.withoutConsistency(), writer, server.serverId(), server.generalChannelId());
        }));
    }

    /** Of the corpus that they read. */
    WebChatClient founder() {
        return all.getFirst().writer();
    }

    void join(Corpus corpus) {
        var invite = founder().createInvite(corpus.server()).code();
        Together.all(all.subList(1, all.size()), reader -> reader.writer().join(invite));
    }

    Reader get(int index) {
        return all.get(index % all.size());
    }

    List<UUID> ids() {
        return all.stream().map(reader -> reader.writer().userId()).toList();
    }

    /** Changes the server of each, and returns when the views have it: what a cache has of them is worth nothing. */
    void changeServers() {
        Together.all(all, reader -> {
            reader.writer().renameChannel(reader.channel(), "channel " + Ids.fresh());
            return reader.writer().servers();
        });
    }
}
