package io.webchat.projection.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.SharedInstances;
import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoOperations;

class DownloadEndpointTest {
    private static final ServiceInstance SERVICE = SharedInstances.first();
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final String MESSAGE = Ids.fresh().toString();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Community community = Community.founded(SERVICE);
    private final TestUser ben = SERVICE.user();
    private final byte[] content = new byte[700_000];

    DownloadEndpointTest() {
        new Random(1).nextBytes(content);
        community.joined(ben, "ben");
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
    }

    @Test
    void aMemberGetsTheFileWithWhatKeepsABrowserSafe() throws Exception {
        var path = stored(community.channel, "Köln.png", "image/png", MESSAGE);

        var answer = get(ben, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertHeader(answer, "Content-Type", "image/png");
        assertHeader(answer, "Content-Length", "700000");
        assertHeader(answer, "X-Content-Type-Options", "nosniff");
        assertHeader(answer, "Content-Security-Policy", "sandbox; default-src 'none'");
        assertHeader(answer, "Cache-Control", "max-age=31536000, private, immutable");
        assertHeader(answer, "Accept-Ranges", "bytes");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline;")
                .contains("filename*=UTF-8''K%C3%B6ln.png");
        assertThat(get(
                                ben,
                                path,
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/pdf", "application/xhtml+xml", "text/plain"})
    void whatCouldRunIsBytesToSave(String contentType) throws Exception {
        var answer = get(ben, stored(community.channel, "page", contentType, MESSAGE));

        assertHeader(answer, "Content-Type", "application/octet-stream");
        assertHeader(answer, "X-Content-Type-Options", "nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=300000-, 300000, 700000", "bytes=-5, 699995, 700000"})
    void aPartIsGivenWhereOneIsAskedFor(String range, int from, int to) throws Exception {
        var answer = get(ben, stored(community.channel, "film", "video/mp4", MESSAGE), "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, from, to));
        assertHeader(answer, "Content-Range", "bytes " + from + "-" + (to - 1) + "/700000");
    }

    @Test
    void theThumbnailIsGivenWhereThereIsOne() throws Exception {
        var answer = get(ben, stored(community.channel, "cat.png", "image/png", MESSAGE) + "/thumbnail");

        assertThat(new String(answer.body(), UTF_8)).isEqualTo("small");
        assertHeader(answer, "Content-Type", "image/jpeg");
        assertProblem(
                get(ben, stored(community.channel, "notes", "text/plain", MESSAGE) + "/thumbnail"),
                404,
                "unknown-attachment");
    }

    @Test
    void whatNoMessageCarriesIsThereForItsUploaderOnly() throws Exception {
        var path = stored(community.channel, "draft", "image/png", null);

        assertThat(get(community.owner, path).statusCode()).isEqualTo(200);
        assertProblem(get(ben, path), 404, "unknown-attachment");
        assertProblem(get(ben, path + "/thumbnail"), 404, "unknown-attachment");
    }

    @Test
    void aStrangerAndWhoeverWasKickedGetNothing() throws Exception {
        var path = stored(community.channel, "cat.png", "image/png", MESSAGE);
        assertProblem(get(SERVICE.user(), path), 404, "unknown-channel");
        assertThat(get(ben, path).statusCode()).isEqualTo(200);

        community.happens(new MemberEvent.Kicked(community.server, ben.id(), community.owner.id(), AT));

        assertProblem(get(ben, path), 404, "unknown-channel");
        assertProblem(get(ben, path + "/thumbnail"), 404, "unknown-channel");
    }

    @Test
    void aFileOfAPrivateChannelIsReachedThroughNoOther() throws Exception {
        var secret = new ChannelId(Ids.fresh());
        community.happens(new ChannelEvent.Created(
                community.server, secret, "secret", community.owner.id(), AT, null, null, true));
        var path = stored(secret, "plan", "image/png", MESSAGE);

        assertThat(get(community.owner, path).statusCode()).isEqualTo(200);
        assertProblem(get(ben, path), 404, "unknown-channel");
        assertProblem(
                get(ben, path.replace(secret.toString(), community.channel.toString())), 404, "unknown-attachment");
    }

    @Test
    void whatADeletedMessageCarriedIsGoneWithIt() throws Exception {
        var message = community.posted("with a file");
        var path = stored(
                community.channel, "cat.png", "image/png", message.messageId().toString());
        assertThat(get(ben, path).statusCode()).isEqualTo(200);

        community.append(new MessageChange.Deleted(
                message.serverId(), message.channelId(), message.messageId(), message.authorId(), AT));

        await().untilAsserted(() -> assertProblem(get(ben, path), 404, "unknown-attachment"));
        assertProblem(get(ben, path + "/thumbnail"), 404, "unknown-attachment");
    }

    /** What is removed goes in this order: the bytes are gone before a request that knows of them asks. */
    @Test
    void aFileWhoseBytesAreGoneDoesNotExist() throws Exception {
        var path = stored(community.channel, "cat.png", "image/png", MESSAGE);
        SERVICE.bean(AttachmentFiles.class).delete("file-" + path.substring(path.lastIndexOf('/') + 1));

        assertProblem(get(ben, path), 404, "unknown-attachment");
        assertProblem(get(ben, path + "/thumbnail"), 404, "unknown-attachment");
        var part = get(ben, path, "Range", "bytes=0-9");
        assertProblem(part, 404, "unknown-attachment");
        assertThat(part.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
        assertThat(part.headers().firstValue("Content-Range")).isEmpty();
    }

    @Test
    void withoutATokenThereIsNothing() throws Exception {
        var path = stored(community.channel, "cat.png", "image/png", MESSAGE);

        assertProblem(
                CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray()), 401, "unauthenticated");
    }

    /** Puts a file of the owner's where command-service puts it; returns its path. */
    private String stored(ChannelId channel, String name, String contentType, @Nullable String message)
            throws IOException {
        var id = Ids.fresh().toString();
        var files = SERVICE.bean(AttachmentFiles.class);
        var image = contentType.startsWith("image/png");
        files.store("file-" + id, new ByteArrayInputStream(content));
        if (image) {
            files.storeThumbnail("file-" + id, new ByteArrayInputStream("small".getBytes(UTF_8)));
        }
        SERVICE.bean(MongoOperations.class)
                .insert(new StoredAttachment(
                        id,
                        channel.toString(),
                        community.owner.id().toString(),
                        message,
                        AT,
                        null,
                        "file-" + id,
                        name,
                        contentType,
                        content.length,
                        "ab".repeat(32),
                        image ? 10 : null,
                        image ? 10 : null,
                        image ? "image/jpeg" : null,
                        AT));
        return "/api/channels/" + channel + "/attachments/" + id;
    }

    /** Comes back while what the community has written is not there yet. */
    private HttpResponse<byte[]> get(TestUser user, String path, String... headers) {
        var request = request(path)
                .header("Authorization", user.bearer())
                .header(ConsistencyTokens.HEADER, community.tokenFor(user));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(
                        () -> CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()),
                        answer -> answer.statusCode() != 503);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVICE.port() + path));
    }

    private static void assertHeader(HttpResponse<?> answer, String name, String value) {
        assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), UTF_8)).contains("urn:webchat:problem:" + type);
    }
}
