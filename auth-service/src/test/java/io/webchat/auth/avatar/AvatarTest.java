package io.webchat.auth.avatar;

import static io.webchat.auth.AuthApi.freshName;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.account.Accounts;
import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserId;
import io.webchat.support.attachment.StoredAvatar;
import io.webchat.support.consistency.ConsistencyTokens;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@AuthServiceTest
class AvatarTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Avatars avatars;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AvatarProperties limits;

    @Autowired
    private Clock clock;

    private UserId user;
    private String token;

    @BeforeEach
    void somebodyIsLoggedIn() {
        var login = api.registered(freshName());
        user = UserId.parse(login.text("/user/userId"));
        token = login.text("/accessToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void theMiddleOfTheImageIsShownFromThenOnInTwoSizes(String format) throws IOException {
        var answer = api.changeAvatar(token, striped(format, 1200, 600, Color.RED));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(ConsistencyTokens.HEADER)).isNotNull();
        assertThat(answer.body().get("revision").asInt()).isEqualTo(1);
        assertThat(api.me(token).text("/avatarId")).isEqualTo(answer.text("/avatarId"));
        var stored = stored(answer.text("/avatarId"));
        assertThat(stored.userId()).isEqualTo(user.toString());
        for (var size : List.of(256, 96)) {
            var image = ImageIO.read(new ByteArrayInputStream(size == 256 ? stored.image() : stored.small()));
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(size, size);
            assertThat(new Color(image.getRGB(size / 2, size / 2)).getRed()).isGreaterThan(200);
            assertThat(new Color(image.getRGB(3, size / 2)).getRed()).isGreaterThan(200);
        }
    }

    @Test
    void theSameImageIsTheSamePictureAndChangesNothing() {
        var image = striped("png", 300, 300, Color.RED);
        var first = api.changeAvatar(token, image);

        assertThat(api.changeAvatar(token, image).body()).isEqualTo(first.body());
        assertThat(api.changeAvatar(token, striped("png", 300, 300, Color.GREEN))
                        .text("/avatarId"))
                .isNotEqualTo(first.text("/avatarId"));
    }

    @Test
    void itIsTakenAwayAndTheRestStays() {
        api.changeProfile(token, Map.of("displayName", "Ada", "statusText", "at tea"));
        api.changeAvatar(token, striped("png", 300, 300, Color.RED));

        var answer = api.removeAvatar(token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("avatarId")).isFalse();
        assertThat(answer.text("/statusText")).isEqualTo("at tea");
        assertThat(answer.body().get("revision").asInt()).isEqualTo(3);
        assertThat(api.removeAvatar(token).body()).isEqualTo(answer.body());
    }

    @Test
    void whatTheOriginalSaysBesideThePictureIsNotKept() {
        var secret = "taken at 51.5007 N";
        var image = commented(striped("png", 300, 300, Color.RED), secret);

        var stored = stored(api.changeAvatar(token, image).text("/avatarId"));

        assertThat(new String(stored.image(), ISO_8859_1)).doesNotContain(secret);
        assertThat(new String(stored.small(), ISO_8859_1)).doesNotContain(secret);
    }

    @Test
    void whatIsNoImageIsRefusedAndNothingIsKept() {
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes());
        assertRefused(new byte[0]);
        assertRefused(Arrays.copyOf(striped("png", 300, 300, Color.RED), 60));
        assertThat(api.changeAvatar(token, new byte[2 * 1024 * 1024 + 1]).problem())
                .isEqualTo("body-too-large");
        assertThat(storedOnes()).isZero();
        assertThat(api.me(token).body().has("avatarId")).isFalse();
    }

    @Test
    void anImageThatSaysItIsHugeIsNotDecoded() {
        var bomb = striped("png", 300, 300, Color.RED);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        var checksum = new CRC32();
        checksum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) checksum.getValue());

        assertRefused(bomb);
    }

    @Test
    void nobodyChangesAPictureWithoutASession() {
        assertThat(api.changeAvatar("forged", striped("png", 300, 300, Color.RED))
                        .problem())
                .isEqualTo("unauthenticated");
        assertThat(api.removeAvatar("forged").problem()).isEqualTo("unauthenticated");
        api.revokeAll(token);
        assertThat(api.changeAvatar(token, striped("png", 300, 300, Color.RED)).problem())
                .isEqualTo("unauthenticated");
        assertThat(api.removeAvatar(token).problem()).isEqualTo("unauthenticated");
        assertThat(storedOnes()).isZero();
    }

    @Test
    void aPictureThatNobodyShowsIsRemovedAfterAnHour() {
        var first = api.changeAvatar(token, striped("png", 300, 300, Color.RED)).text("/avatarId");
        var second =
                api.changeAvatar(token, striped("png", 300, 300, Color.GREEN)).text("/avatarId");

        sweepAfter(Duration.ofMinutes(59));
        assertThat(storedOnes()).isEqualTo(2);
        sweepAfter(Duration.ofMinutes(61));
        assertThat(stored(first)).isNull();
        assertThat(stored(second)).isNotNull();
        api.removeAvatar(token);
        sweepAfter(Duration.ofMinutes(61));
        assertThat(storedOnes()).isZero();
    }

    @Test
    void whatIsShownIsLookedAtOnceAndAgainWhenItsOwnerChangesIt() {
        var first = api.changeAvatar(token, striped("png", 300, 300, Color.RED)).text("/avatarId");
        var later = clock.instant().plus(Duration.ofDays(1));
        assertThat(unsettled(later)).containsExactly(first);

        sweepAfter(Duration.ofMinutes(61));
        assertThat(unsettled(later)).isEmpty();
        assertThat(stored(first)).isNotNull();

        var second =
                api.changeAvatar(token, striped("png", 300, 300, Color.GREEN)).text("/avatarId");
        assertThat(unsettled(later)).containsExactlyInAnyOrder(first, second);
        assertThat(unsettled(clock.instant().minusSeconds(60))).isEmpty();

        sweepAfter(Duration.ofMinutes(61));
        assertThat(stored(first)).isNull();
        assertThat(stored(second)).isNotNull();
    }

    /** Else whoever changes it once an hour would fill the store. */
    @Test
    void howeverOftenAPictureIsChangedFormerOnesGoInTheirTime() {
        var first = api.changeAvatar(token, striped("png", 300, 300, Color.RED)).text("/avatarId");
        api.changeAvatar(token, striped("png", 300, 300, Color.GREEN));
        replacedAgo(first, Duration.ofMinutes(50));

        api.changeAvatar(token, striped("png", 300, 300, Color.WHITE));
        api.removeAvatar(token);

        sweepAfter(Duration.ofMinutes(11));
        assertThat(stored(first)).isNull();
        assertThat(storedOnes()).isEqualTo(2);
    }

    @Test
    void ofThePicturesThatAreNotShownTheOldestGiveWay() {
        var shown = api.changeAvatar(token, striped("png", 300, 300, Color.RED)).text("/avatarId");
        mongo.insert(
                IntStream.range(0, Avatars.MOST)
                        .mapToObj(i -> picture(user, "%032x".formatted(i)))
                        .toList(),
                StoredAvatar.class);
        replacedAgo(shown, Duration.ofMinutes(20));
        replacedAgo("%032x".formatted(7), Duration.ofMinutes(10));

        var next =
                api.changeAvatar(token, striped("png", 300, 300, Color.GREEN)).text("/avatarId");

        assertThat(stored(shown)).isNotNull();
        assertThat(stored(next)).isNotNull();
        assertThat(stored("%032x".formatted(7))).isNull();
        assertThat(storedOnes()).isEqualTo(Avatars.MOST + 1);
    }

    /** More than are looked at at once, of people who show none of them. */
    @Test
    void manyAreSweptAsWell() {
        var nobody = new UserId(UUID.randomUUID());
        mongo.insert(
                IntStream.range(0, 600)
                        .mapToObj(i -> picture(nobody, "%032x".formatted(i)))
                        .toList(),
                StoredAvatar.class);

        sweepAfter(Duration.ofMinutes(61));

        assertThat(mongo.count(Query.query(Criteria.where("userId").is(nobody.toString())), StoredAvatar.class))
                .isZero();
    }

    private void replacedAgo(String avatarId, Duration ago) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(StoredAvatar.id(user, new AvatarId(avatarId)))),
                Update.update("storedAt", clock.instant().minus(ago)),
                StoredAvatar.class);
    }

    private StoredAvatar picture(UserId owner, String id) {
        var avatar = new AvatarId(id);
        var type = "image/png";
        return new StoredAvatar(
                StoredAvatar.id(owner, avatar),
                owner.toString(),
                id,
                type,
                new byte[1],
                type,
                new byte[1],
                clock.instant());
    }

    private List<String> unsettled(Instant time) {
        return avatars.unsettledBefore(time, 10_000).stream()
                .filter(avatar -> avatar.userId().equals(user.toString()))
                .map(Avatars.Stored::avatarId)
                .toList();
    }

    private void sweepAfter(Duration time) {
        new AvatarSweep(avatars, accounts, limits, Clock.offset(clock, time)).sweep();
    }

    private void assertRefused(byte[] image) {
        var answer = api.changeAvatar(token, image);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.fields()).containsExactly("body");
    }

    private @Nullable StoredAvatar stored(String avatarId) {
        return mongo.findById(StoredAvatar.id(user, new AvatarId(avatarId)), StoredAvatar.class);
    }

    private long storedOnes() {
        return mongo.count(Query.query(Criteria.where("userId").is(user.toString())), StoredAvatar.class);
    }

    /** A colour in the middle half, blue on both sides. */
    private static byte[] striped(String format, int width, int height, Color middle) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(middle);
        graphics.fillRect(width / 4, 0, width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** A PNG with a comment right after its header. */
    private static byte[] commented(byte[] png, String comment) {
        var text = ("Comment\0" + comment).getBytes(ISO_8859_1);
        var chunk = ByteBuffer.allocate(text.length + 12).putInt(text.length).put("tEXt".getBytes(ISO_8859_1));
        chunk.put(text);
        var checksum = new CRC32();
        checksum.update(chunk.array(), 4, text.length + 4);
        chunk.putInt((int) checksum.getValue());
        return ByteBuffer.allocate(png.length + chunk.capacity())
                .put(png, 0, 33)
                .put(chunk.array())
                .put(png, 33, png.length - 33)
                .array();
    }
}
