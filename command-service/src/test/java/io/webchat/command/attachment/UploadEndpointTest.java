package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.expectProblem;
import static io.webchat.command.attachment.Files.image;
import static io.webchat.command.attachment.Files.noise;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.command.Commands;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.log.Ids;
import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.TestUser;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@AttachmentTest
class UploadEndpointTest {
    private final Commands commands;
    private final Files files;
    private final AttachmentRepository attachments;
    private final AttachmentFiles bytes;
    private final MongoTemplate mongo;
    private final MeterRegistry metrics;
    private final TestUser ada;
    private final TestUser ben;
    private String server = "";
    private String channel = "";

    @LocalServerPort
    private int port;

    @Autowired
    UploadEndpointTest(
            RestTestClient http,
            AccessTokens tokens,
            AttachmentRepository attachments,
            AttachmentFiles bytes,
            MongoTemplate mongo,
            MeterRegistry metrics) {
        commands = new Commands(http);
        files = new Files(commands);
        this.attachments = attachments;
        this.bytes = bytes;
        this.mongo = mongo;
        this.metrics = metrics;
        ada = TestUser.loggedIn(tokens);
        ben = TestUser.loggedIn(tokens);
    }

    @BeforeEach
    void benIsAMemberOfAdasServer() {
        var created = commands.createServer(ada);
        server = "/api/servers/" + created.serverId();
        channel = created.generalChannelId();
        commands.join(ben, commands.createInvite(ada, created.serverId()))
                .expectStatus()
                .isOk();
    }

    @Test
    void whatIsUploadedIsStoredAndDescribedByItsContent() throws Exception {
        var id = Ids.fresh();
        var content = image("png", 1000, 500);

        files.put(ada, channel, id, "../me\u202Egnp.exe", content)
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"attachmentId":"%s","name":"megnp.exe","contentType":"image/png","size":%d,
                         "width":1000,"height":500,"hasThumbnail":true}""".formatted(id, content.length));

        var stored = attachments.find(new AttachmentId(id)).orElseThrow();
        try (var file = bytes.open(stored.fileId())) {
            assertThat(file.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void theDeclaredTypeIsNotBelieved() {
        var page = "<!doctype html><html><script>alert(1)</script></html>".getBytes(UTF_8);
        var drawing = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8);
        var types = Map.of(
                page,
                "text/html",
                drawing,
                "image/svg+xml",
                noise(500),
                "application/octet-stream",
                "just text".getBytes(UTF_8),
                "text/plain");

        types.forEach((content, type) -> files.put(ada, channel, Ids.fresh(), "image.png", content)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.contentType")
                .isEqualTo(type)
                .jsonPath("$.hasThumbnail")
                .isEqualTo(false));
    }

    @Test
    void aFileOfTheLimitIsTakenAndOneByteMoreIsNotDeclaredOrStreamed() throws Exception {
        files.put(ada, channel, Ids.fresh(), "large", noise(Files.MAX))
                .expectStatus()
                .isCreated();
        expectProblem(files.put(ada, channel, Ids.fresh(), "too large", noise(Files.MAX + 1)), 413, "body-too-large");

        var id = Ids.fresh();
        var streamed = stream(id, Files.MAX + 1);
        assertThat(streamed.statusCode()).isEqualTo(413);
        assertThat(streamed.body()).contains("body-too-large", Integer.toString(Files.MAX));
        assertThat(attachments.find(new AttachmentId(id))).isEmpty();
        assertThat(stream(id, Files.MAX).statusCode()).isEqualTo(201);
        assertThat(chunks()).isEqualTo(2 * 2);
    }

    @Test
    void anEmptyFileIsRefused() {
        expectProblem(files.put(ada, channel, Ids.fresh(), "empty", new byte[0]), 400, "invalid-request");
    }

    @Test
    void theQuotaHoldsForWhatIsDeclaredAndForWhatIsStreamed() throws Exception {
        for (var i = 0; i < 3; i++) {
            files.uploaded(ada, channel, noise(Files.MAX));
        }
        expectProblem(files.put(ada, channel, Ids.fresh(), "more", noise(101 * 1024)), 413, "quota-exceeded");
        assertThat(stream(Ids.fresh(), 101 * 1024).body()).contains("quota-exceeded");
        assertThat(use().bytes()).isEqualTo(3 * Files.MAX);
        files.uploaded(ada, channel, noise(100 * 1024));
        files.uploaded(ben, channel, noise(Files.MAX));
    }

    @Test
    void ofManyUploadsThatRaceForTheLastRoomOneIsTaken() throws Exception {
        for (var i = 0; i < 3; i++) {
            files.uploaded(ada, channel, noise(Files.MAX));
        }
        var last = noise(60 * 1024);

        assertThat(statuses(8, i -> files.put(ada, channel, Ids.fresh(), "last", last)))
                .containsOnly(201, 413)
                .containsOnlyOnce(201);
        assertThat(use().bytes()).isEqualTo(3 * Files.MAX + last.length);
        assertThat(use().unattached()).isEqualTo(4);
    }

    @Test
    void noMoreThanSomeUploadsMayWaitForTheirMessage() {
        for (var i = 0; i < 12; i++) {
            files.uploaded(ada, channel, noise(10));
        }
        expectProblem(files.put(ada, channel, Ids.fresh(), "13th", noise(10)), 409, "limit-reached");
    }

    @Test
    void anUploadIsRepeatedUnderTheSameId() throws Exception {
        var id = Ids.fresh();

        assertThat(statuses(4, i -> files.put(ada, channel, id, "notes " + i, noise(5_000))))
                .containsOnly(201);
        var name = attachments.find(new AttachmentId(id)).orElseThrow().name();
        files.put(ada, channel, id, "renamed", noise(5_000))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo(name);
        assertThat(use().bytes()).isEqualTo(5_000);
        assertThat(use().unattached()).isEqualTo(1);
    }

    @Test
    void anIdIsNotTakenByOtherContentUserOrChannel() {
        var id = files.uploaded(ada, channel, noise(50));

        expectProblem(files.put(ada, channel, id, "notes", noise(51)), 409, "already-exists");
        expectProblem(files.put(ben, channel, id, "notes", noise(50)), 409, "already-exists");
        var elsewhere = commands.createServer(ada).generalChannelId();
        expectProblem(files.put(ada, elsewhere, id, "notes", noise(50)), 409, "already-exists");
    }

    @Test
    void whoMayNotSendFilesMayNotUploadThem() {
        var everyone = "/api/channels/" + channel + "/overrides/roles/" + server.substring("/api/servers/".length());
        for (var permission : List.of("attach-files", "send-messages")) {
            send(HttpMethod.PUT, ada, everyone, Map.of("allow", List.of(), "deny", List.of(permission)));
            expectProblem(files.put(ben, channel, Ids.fresh(), "a", noise(9)), 403, "missing-permission");
        }
        send(HttpMethod.PUT, ada, everyone, Map.of("allow", List.of(), "deny", List.of()));
        files.uploaded(ben, channel, noise(9));
        var member = server + "/members/" + ben.id();
        send(HttpMethod.PUT, ada, member + "/time-out", Map.of("seconds", 600));
        expectProblem(files.put(ben, channel, Ids.fresh(), "a", noise(9)), 403, "timed-out");
        send(HttpMethod.POST, ada, member + "/kick", Map.of());
        expectProblem(files.put(ben, channel, Ids.fresh(), "a", noise(9)), 404, "unknown-channel");
    }

    @Test
    void whatIsWrongIsNamed() {
        expectProblem(files.put(ada, channel, UUID.randomUUID(), "a", noise(9)), 400, "invalid-request");
        commands.http()
                .put()
                .uri("/api/channels/{channel}/attachments/{id}", channel, Ids.fresh())
                .header("Authorization", ada.bearer())
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    @Test
    void uploadsAreCountedAndRefusalsByTheirReason() {
        var uploads = metrics.counter("webchat.attachments.uploads");
        var size = metrics.counter("webchat.attachments.size");
        var refused = metrics.counter("webchat.attachments.refused", "reason", "unknown-channel");
        var before = List.of(uploads.count(), size.count(), refused.count());

        files.uploaded(ada, channel, noise(77));
        files.put(ada, UUID.randomUUID().toString(), Ids.fresh(), "a", noise(9))
                .expectStatus()
                .isNotFound();

        assertThat(List.of(uploads.count(), size.count(), refused.count()))
                .containsExactly(before.get(0) + 1, before.get(1) + 77, before.get(2) + 1);
    }

    private StorageUse use() {
        return mongo.findById(ada.id().toString(), StorageUse.class);
    }

    /** How many pieces of Ada's files are stored. */
    private long chunks() {
        return use().holds().keySet().stream()
                .mapToLong(file ->
                        mongo.getCollection("attachment_files.chunks").countDocuments(Filters.eq("files_id", file)))
                .sum();
    }

    private void send(HttpMethod method, TestUser user, String path, Object body) {
        commands.http()
                .method(method)
                .uri(path)
                .header("Authorization", user.bearer())
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    private static List<Integer> statuses(int count, IntFunction<RestTestClient.ResponseSpec> put) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, count)
                    .mapToObj(i -> executor.submit(() ->
                            put.apply(i).returnResult(String.class).getStatus().value()))
                    .toList();
            var statuses = Stream.<Integer>builder();
            for (var one : puts) {
                statuses.add(one.get());
            }
            return statuses.build().toList();
        }
    }

    /** Without saying how long it is. */
    private HttpResponse<String> stream(UUID id, int length) throws Exception {
        var uri = "http://127.0.0.1:" + port + "/api/channels/" + channel + "/attachments/" + id + "?name=streamed";
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(noise(length)));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(uri))
                            .version(HttpClient.Version.HTTP_1_1)
                            .header("Authorization", ada.bearer())
                            .PUT(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
