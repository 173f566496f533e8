package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.Commands.CreatedServer;
import io.webchat.command.LogReader;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.log.Ids;
import io.webchat.log.MessageRecords;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A ban that takes messages along: how far it gets, and what it says of that. The view is the test's. */
class MessageRemovalTest {
    private static final ViewDouble VIEW = new ViewDouble();
    private static final ServiceInstance SERVICE = start();

    private final TestUser ada = SERVICE.user();
    private final TestUser ben = SERVICE.user();
    private final CreatedServer server = Commands.at(SERVICE.port()).createServer(ada);
    private final String channel = server.generalChannelId();
    private final String key = Ids.fresh().toString();

    /** The view reads the log before it answers, for which a busy machine takes its time. */
    private static ServiceInstance start(String... settings) {
        var all = Stream.concat(
                Stream.of(settings),
                Stream.of(
                        VIEW.setting(),
                        "webchat.projection-service.timeout=20s",
                        "webchat.message-removal.messages=2"));
        return ServiceInstance.start(CommandServiceApplication.class, all.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        VIEW.close();
    }

    record Banned(
            int removedMessages, boolean complete, @Nullable String retryAfter, String token) {}

    @Test
    void whatOneRequestDoesNotComeToIsLeftToItsRepetitions() {
        var messages = messages(5);
        VIEW.says(path -> answer(
                path,
                messages.stream().filter(message -> deletions(message) == 0).limit(2)));

        assertThat(ban(SERVICE)).returns(2, Banned::removedMessages).returns(false, Banned::complete);
        assertThat(ban(SERVICE)).returns(2, Banned::removedMessages).returns("1", Banned::retryAfter);
        assertThat(ban(SERVICE))
                .returns(1, Banned::removedMessages)
                .returns(true, Banned::complete)
                .returns(null, Banned::retryAfter);

        assertThat(ban(SERVICE))
                .as("once more")
                .returns(0, Banned::removedMessages)
                .returns(true, Banned::complete);
        assertThat(messages)
                .allSatisfy(message -> assertThat(deletions(message)).isEqualTo(1));
        assertThat(bans()).isEqualTo(1);
    }

    /** Otherwise one that is repeated for a while would leave the oldest, and take what is written by who came back. */
    @Test
    void aRepetitionIsAboutTheSameTime() {
        VIEW.says(path -> answer(path, Stream.empty()));

        ban(SERVICE);
        ban(SERVICE);

        assertThat(VIEW.asked().stream().map(URI::getPath).filter(this::isAboutBen))
                .hasSize(2);
        assertThat(VIEW.asked().stream()
                        .filter(uri -> isAboutBen(uri.getPath()))
                        .map(URI::getQuery))
                .allMatch(query -> query.matches("since=[^&]+&until=[^&]+"))
                .containsOnly(VIEW.asked().stream()
                        .filter(uri -> isAboutBen(uri.getPath()))
                        .findFirst()
                        .orElseThrow()
                        .getQuery());
    }

    /** However soon: what was still under way when they were banned is not told from what they write then. */
    @Test
    void aRepetitionLeavesAloneWhatTheyWriteOnceTheyAreBack() {
        VIEW.says(path -> answer(path, Stream.empty()));
        var commands = Commands.at(SERVICE.port());
        ban(SERVICE);
        commands.http()
                .delete()
                .uri("/api/servers/{server}/bans/{user}", server.serverId(), ben.id())
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, Ids.fresh().toString())
                .exchange()
                .expectStatus()
                .isNoContent();
        commands.join(ben, commands.createInvite(ada, server.serverId()))
                .expectStatus()
                .isOk();
        ban(SERVICE);

        var spans = VIEW.asked().stream()
                .filter(uri -> isAboutBen(uri.getPath()))
                .map(uri -> uri.getQuery().split("[=&]"))
                .map(query -> Duration.between(Instant.parse(query[1]), Instant.parse(query[3])))
                .toList();
        assertThat(spans).containsExactly(Duration.ofSeconds(3605), Duration.ofSeconds(3600));
    }

    @Test
    void aViewThatIsAwayKeepsNobodyFromBeingBanned() {
        VIEW.refuses(503, 1, path -> true);

        assertThat(ban(SERVICE)).returns(0, Banned::removedMessages).returns(false, Banned::complete);
        assertThat(bans()).isEqualTo(1);
    }

    @Test
    void aViewThatDoesNotKeepUpEndsARequestWithWhatItHasDone() {
        var message = Ids.fresh();
        VIEW.says(path -> answer(path, Stream.of(message)));
        VIEW.refuses(503, 1, path -> isAboutBen(path) && deletions(message) > 0);

        var first = ban(SERVICE);
        assertThat(first)
                .returns(1, Banned::removedMessages)
                .returns(false, Banned::complete)
                .returns("1", Banned::retryAfter);
        var deletion = deletionsOf(message).getFirst();
        assertThat(covered(first, deletion.partition())).isGreaterThan(deletion.offset());

        VIEW.says(path -> answer(path, Stream.empty()));
        assertThat(ban(SERVICE)).returns(0, Banned::removedMessages).returns(true, Banned::complete);
        assertThat(deletions(message)).isEqualTo(1);
    }

    @Test
    void whoLooksUpTooMuchIsToldWhenToGoOn() {
        VIEW.refuses(429, 7, path -> true);

        assertThat(ban(SERVICE)).returns(false, Banned::complete).returns("7", Banned::retryAfter);
    }

    @Test
    void withoutTheStoreMessagesWithFilesAreLeft() throws IOException {
        var file = "{\"id\":\"%s\",\"name\":\"notes\",\"contentType\":\"text/plain\",\"size\":7,\"hasThumbnail\":false}"
                .formatted(Ids.fresh());
        var message = Ids.fresh();
        VIEW.says(path -> isAboutBen(path)
                ? listed(place(channel, message))
                : listed(ViewDouble.message(message, channel, ben.id(), file)));
        try (var withoutStore = start("MONGO_URI=mongodb://127.0.0.1:" + unusedPort())) {
            assertThat(ban(withoutStore)).returns(0, Banned::removedMessages).returns(false, Banned::complete);
        }
        assertThat(deletions(message)).isZero();
    }

    @Test
    void whatIsGoneByThenKeepsNoOtherMessage() {
        var message = Ids.fresh();
        VIEW.says(path -> {
            if (!isAboutBen(path)) {
                return listed(ViewDouble.message(message, channel, ben.id(), ""));
            }
            return deletions(message) > 0
                    ? listed()
                    : listed(place(Ids.fresh().toString(), Ids.fresh()), place(channel, message));
        });

        assertThat(ban(SERVICE)).returns(1, Banned::removedMessages).returns(true, Banned::complete);
        assertThat(deletions(message)).isEqualTo(1);
    }

    @Test
    void whatGoesOnBeingToldThoughItIsGoneIsNotLookedAtForEver() {
        VIEW.says(path -> isAboutBen(path) ? listed(place(channel, Ids.fresh())) : listed());

        assertThat(ban(SERVICE)).returns(0, Banned::removedMessages).returns(false, Banned::complete);
    }

    private Banned ban(ServiceInstance at) {
        var answer = Commands.at(at.port())
                .http()
                .put()
                .uri("/api/servers/{server}/bans/{user}", server.serverId(), ben.id())
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("removeMessagesOfSeconds", 3600))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(Map.class);
        var body = answer.getResponseBody();
        assertThat(body).isNotNull();
        var headers = answer.getResponseHeaders();
        return new Banned(
                (int) body.get("removedMessages"),
                (boolean) body.get("complete"),
                headers.getFirst(HttpHeaders.RETRY_AFTER),
                headers.getOrEmpty(ConsistencyTokens.HEADER).getFirst());
    }

    private boolean isAboutBen(String path) {
        return path.endsWith(server.serverId() + "/messages/by/" + ben.id());
    }

    private String answer(String path, Stream<UUID> messages) {
        return listed(messages.map(message ->
                        isAboutBen(path) ? place(channel, message) : ViewDouble.message(message, channel, ben.id(), ""))
                .toArray(String[]::new));
    }

    private static String listed(String... messages) {
        return Stream.of(messages).collect(joining(",", "{\"messages\":[", "]}"));
    }

    private static List<UUID> messages(int number) {
        return Stream.generate(Ids::fresh).limit(number).toList();
    }

    private static long deletions(UUID message) {
        return deletionsOf(message).size();
    }

    private static List<ConsumerRecord<byte[], byte[]>> deletionsOf(UUID message) {
        return log().read(
                        Topic.MESSAGES,
                        record -> MessageRecords.isDeleted(record)
                                && MessageRecords.messageOf(record).endsWith(message.toString()));
    }

    private long covered(Banned answer, int partition) {
        return SERVICE.bean(ConsistencyTokens.class)
                .decode(ada.id(), List.of(answer.token()))
                .nextOffset(Topic.MESSAGES.stream(partition))
                .orElse(0);
    }

    private long bans() {
        return log()
                .read(Topic.STRUCTURE, record -> new String(record.key(), UTF_8).startsWith(server.serverId()))
                .stream()
                .map(record -> WireCodec.STRUCTURE.typeOf(WireCodec.STRUCTURE.decode(record)))
                .filter("webchat.member.banned.v1"::equals)
                .count();
    }

    private static LogReader log() {
        return new LogReader(SERVICE.bean(LogClients.class));
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String place(String channel, UUID message) {
        return "{\"channelId\":\"%s\",\"messageId\":\"%s\"}".formatted(channel, message);
    }
}
