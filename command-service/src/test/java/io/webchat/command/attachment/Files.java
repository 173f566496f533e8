package io.webchat.command.attachment;

import io.webchat.command.Commands;
import io.webchat.log.Ids;
import io.webchat.test.TestUser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Uploads as a client does, and what to upload. */
public record Files(Commands commands) {
    static final int MAX = 300 * 1024;

    RestTestClient.ResponseSpec put(TestUser user, String channel, UUID id, String name, byte[] content) {
        return commands.http()
                .put()
                .uri("/api/channels/{channel}/attachments/{id}?name={name}", channel, id, name)
                .header("Authorization", user.bearer())
                .contentType(MediaType.IMAGE_PNG)
                .body(content)
                .exchange();
    }

    /** Uploads a file that is accepted. */
    public UUID uploaded(TestUser user, String channel, byte[] content) {
        var id = Ids.fresh();
        put(user, channel, id, "notes.txt", content).expectStatus().isCreated();
        return id;
    }

    static void expectProblem(RestTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }

    /** Bytes that are no known kind of file. */
    public static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        bytes[0] = 1;
        return bytes;
    }

    static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return encoded(image, format);
    }

    static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
