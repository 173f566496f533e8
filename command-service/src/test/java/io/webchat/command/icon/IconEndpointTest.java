package io.webchat.command.icon;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.Commands;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Ids;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.attachment.StoredIcon;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@TestPropertySource(properties = "webchat.icons.max-upload=300KB")
class IconEndpointTest {
    private final Commands commands;
    private final StructureReplica replica;
    private final MongoTemplate mongo;
    private final Icons icons;
    private final IconProperties limits;
    private final Clock clock;
    private final TestUser ada;
    private final TestUser ben;
    private ServerId server = new ServerId(Ids.fresh());

    @Autowired
    IconEndpointTest(
            RestTestClient http,
            AccessTokens tokens,
            StructureReplica replica,
            MongoTemplate mongo,
            Icons icons,
            IconProperties limits,
            Clock clock) {
        commands = new Commands(http);
        this.replica = replica;
        this.mongo = mongo;
        this.icons = icons;
        this.limits = limits;
        this.clock = clock;
        ada = TestUser.loggedIn(tokens);
        ben = TestUser.loggedIn(tokens);
    }

    @BeforeEach
    void benIsAMemberOfAdasServer() {
        server = ServerId.parse(commands.createServer(ada).serverId());
        commands.join(ben, commands.createInvite(ada, server.toString()))
                .expectStatus()
                .isOk();
    }

    @Test
    void theMiddleOfTheImageBecomesTheIcon() throws IOException {
        var icon = changed("key", striped(1200, 600));

        assertThat(shown()).isEqualTo(icon);
        var stored = mongo.findById(icon.toString(), StoredIcon.class);
        assertThat(stored.serverId()).isEqualTo(server.toString());
        assertThat(stored.contentType()).isEqualTo("image/jpeg");
        var image = ImageIO.read(new ByteArrayInputStream(stored.image()));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(256, 256);
        assertThat(new Color(image.getRGB(128, 128)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(4, 128)).getRed()).isGreaterThan(200);
    }

    @Test
    void aSmallImageIsNotMadeLarger() throws IOException {
        var stored = mongo.findById(changed("key", striped(90, 40)).toString(), StoredIcon.class);

        assertThat(ImageIO.read(new ByteArrayInputStream(stored.image())).getWidth())
                .isEqualTo(40);
    }

    @Test
    void aRepeatedRequestHasTheFirstOutcomeWhateverItCarries() {
        var first = changed("key", striped(300, 300));
        var second = changed("another key", striped(300, 300));

        assertThat(changed("key", "no image".getBytes())).isEqualTo(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(shown()).isEqualTo(second);
    }

    @Test
    void itIsTakenAwayAndTakingAwayNothingChangesNothing() {
        changed("key", striped(300, 300));

        remove(ada).expectStatus().isNoContent();
        assertThat(shown()).isNull();
        var position = replica.snapshotOf(server).orElseThrow().nextOffset();

        remove(ada).expectStatus().isNoContent();
        assertThat(replica.snapshotOf(server).orElseThrow().nextOffset()).isEqualTo(position);
    }

    @Test
    void whatIsNoImageIsRefused() {
        expectProblem(put(ada, "a", "<svg/>".getBytes()), 400, "invalid-request");
        expectProblem(put(ada, "b", new byte[0]), 400, "invalid-request");
        var broken = Arrays.copyOf(striped(300, 300), 60);
        put(ada, "c", broken)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("body");
        expectProblem(put(ada, "d", new byte[301 * 1024]), 413, "body-too-large");
        assertThat(shown()).isNull();
        assertThat(stored()).isZero();
    }

    @Test
    void whoDoesNotManageTheServerIsRefusedBeforeAnythingIsStored() {
        expectProblem(put(ben, "key", striped(300, 300)), 403, "missing-permission");
        expectProblem(remove(ben), 403, "missing-permission");
        var stranger = new TestUser(ada.id(), "Bearer nonsense");
        expectProblem(put(stranger, "key", striped(300, 300)), 401, "unauthenticated");
        server = new ServerId(Ids.fresh());
        expectProblem(put(ada, "key", striped(300, 300)), 404, "unknown-server");
        assertThat(stored()).isZero();
    }

    @Test
    void aConversationHasNoIcon() {
        var conversation = commands.http()
                .put()
                .uri("/api/conversations/with/" + ben.id())
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, "key")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(Map.class)
                .getResponseBody();
        server = ServerId.parse((String) conversation.get("serverId"));

        expectProblem(put(ada, "key", striped(300, 300)), 403, "missing-permission");
    }

    @Test
    void anIconThatIsNotShownIsRemovedAfterADay() {
        var replaced = changed("first", striped(300, 300));
        var kept = changed("second", striped(300, 300));
        var unknown = new StoredIcon(
                Ids.fresh().toString(), Ids.fresh().toString(), "image/png", new byte[1], clock.instant());
        mongo.insert(unknown);

        sweepAfter(Duration.ofHours(23));
        assertThat(stored()).isEqualTo(2);
        sweepAfter(Duration.ofHours(25));

        assertThat(mongo.findById(replaced.toString(), StoredIcon.class)).isNull();
        assertThat(mongo.findById(kept.toString(), StoredIcon.class)).isNotNull();
        assertThat(mongo.findById(unknown.id(), StoredIcon.class))
                .as("of a server that the log does not know")
                .isNotNull();
    }

    @Test
    void thoseOfADeletedServerGoWithTheNextSweep() {
        changed("first", striped(300, 300));
        changed("second", striped(300, 300));
        sweepAfter(Duration.ofMinutes(1));
        assertThat(stored()).isEqualTo(2);

        deleteServer();
        sweepAfter(Duration.ofMinutes(1));

        assertThat(stored()).isZero();
    }

    @Test
    void ofTheIconsOfAServerThatItDoesNotShowTheOldestGiveWay() throws IOException {
        var oldest = changed("key", striped(300, 300));
        var second = new AttachmentId(Ids.fresh());
        for (var i = 0; i <= Icons.MOST; i++) {
            var id = i == 0 ? second : new AttachmentId(Ids.fresh());
            icons.store(server, id, striped(300, 300), clock.instant().plusMillis(i), oldest);
        }

        assertThat(stored()).isEqualTo(Icons.MOST + 1);
        assertThat(mongo.findById(oldest.toString(), StoredIcon.class)).isNotNull();
        assertThat(mongo.findById(second.toString(), StoredIcon.class)).isNull();
        changed("another key", striped(300, 300));
        assertThat(stored()).isEqualTo(Icons.MOST + 1);
    }

    private void sweepAfter(Duration time) {
        new IconSweep(icons, replica, limits, Clock.offset(clock, time)).sweep();
    }

    private long stored() {
        try (var all = icons.storedBefore(clock.instant().plusSeconds(1))) {
            return all.filter(icon -> icon.serverId().equals(server.toString())).count();
        }
    }

    private @Nullable AttachmentId shown() {
        return replica.server(server).orElseThrow().iconId();
    }

    private AttachmentId changed(String key, byte[] image) {
        var answer = put(ada, key, image)
                .expectStatus()
                .isOk()
                .returnResult(Map.class)
                .getResponseBody();
        return AttachmentId.parse((String) answer.get("iconId"));
    }

    private RestTestClient.ResponseSpec put(TestUser user, String key, byte[] image) {
        return commands.http()
                .put()
                .uri("/api/servers/" + server + "/icon")
                .header("Authorization", user.bearer())
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.TEXT_HTML)
                .body(image)
                .exchange();
    }

    private RestTestClient.ResponseSpec remove(TestUser user) {
        return delete(user, "/api/servers/" + server + "/icon");
    }

    private void deleteServer() {
        delete(ada, "/api/servers/" + server).expectStatus().isNoContent();
    }

    private RestTestClient.ResponseSpec delete(TestUser user, String path) {
        return commands.http()
                .method(HttpMethod.DELETE)
                .uri(path)
                .header("Authorization", user.bearer())
                .header(IdempotencyKey.HEADER, Ids.fresh().toString())
                .exchange();
    }

    private static void expectProblem(RestTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }

    /** Red in the middle half, blue on both sides. */
    private static byte[] striped(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(width / 4, 0, width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
