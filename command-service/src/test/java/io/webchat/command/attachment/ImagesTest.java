package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.encoded;
import static io.webchat.command.attachment.Files.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.attachment.ImageSize;
import io.webchat.support.image.ContentTypes;
import io.webchat.support.image.Images;
import io.webchat.support.image.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private final Images images = new Images(50_000_000, 1, Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({
        "png, 1000, 500, 400, 200",
        "png, 300, 1200, 75, 300",
        "jpeg, 4000, 3000, 400, 300",
        "gif, 800, 800, 300, 300",
        "png, 40, 30, 40, 30",
        "png, 20000, 1, 400, 1",
    })
    void anImageIsMeasuredAndMadeSmallButNeverLarge(String format, int width, int height, int w, int h)
            throws IOException {
        var picture = look("image/" + format, image(format, width, height));

        assertThat(picture.size()).isEqualTo(new ImageSize(width, height));
        var thumbnail =
                ImageIO.read(new ByteArrayInputStream(picture.thumbnail().bytes()));
        assertThat(thumbnail.getWidth()).isEqualTo(w);
        assertThat(thumbnail.getHeight()).isEqualTo(h);
    }

    @Test
    void transparencyIsKept() throws IOException {
        var clear = encoded(new BufferedImage(900, 900, BufferedImage.TYPE_INT_ARGB), "png");

        assertThat(look("image/png", clear).thumbnail().contentType()).isEqualTo("image/png");
        assertThat(look("image/jpeg", image("jpeg", 900, 900)).thumbnail().contentType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void aPhotographThatLiesOnItsSideIsShownUpright() throws IOException {
        var picture = look("image/jpeg", turned(image("jpeg", 1000, 500)));

        assertThat(picture.size()).isEqualTo(new ImageSize(500, 1000));
        var thumbnail =
                ImageIO.read(new ByteArrayInputStream(picture.thumbnail().bytes()));
        assertThat(thumbnail.getWidth()).isEqualTo(150);
        assertThat(thumbnail.getHeight()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "png"})
    void anImageOfFewColoursKeepsThem(String format) throws IOException {
        var palette =
                new IndexColorModel(1, 2, new byte[] {(byte) 255, 0}, new byte[] {0, 0}, new byte[] {0, (byte) 255});
        var red = new BufferedImage(1000, 1000, BufferedImage.TYPE_BYTE_BINARY, palette);

        var thumbnail = look("image/" + format, encoded(red, format)).thumbnail();

        var image = ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
        assertThat(new Color(image.getRGB(100, 100)).getRed()).isGreaterThan(200);
    }

    @Test
    void webPIsMeasuredAndMadeSmallToo() throws IOException {
        var pixel = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        var picture = look("image/webp", pixel);

        assertThat(ContentTypes.of(pixel)).isEqualTo("image/webp");
        assertThat(picture.size()).isEqualTo(new ImageSize(1, 1));
        assertThat(picture.thumbnail()).isNotNull();
    }

    @Test
    void aBombIsMeasuredAndNotDecoded() throws IOException {
        var bomb = claiming(image("png", 10, 10), 60_000, 60_000);

        var picture = look("image/png", bomb);

        assertThat(picture.size()).isEqualTo(new ImageSize(60_000, 60_000));
        assertThat(picture.thumbnail()).isNull();
    }

    /** As many pixels as may be, 150 MB of them: of what lies beside the square nothing is decoded. */
    @Test
    void theSquareOfALongThinImageTakesTheMemoryOfTheSquare() throws IOException {
        var thin = encoded(new BufferedImage(50_000, 1_000, BufferedImage.TYPE_BYTE_BINARY), "png");
        images.square(thin, 256);
        var before = allocated();

        var square = images.square(thin, 256).orElseThrow();

        assertThat(allocated() - before).isBetween(1L, 40_000_000L);
        var image = ImageIO.read(new ByteArrayInputStream(square.bytes()));
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(256);
    }

    @Test
    void theSquareIsOutOfTheMiddle() throws IOException {
        var striped = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        for (var x = 300; x < 600; x++) {
            for (var y = 0; y < 300; y++) {
                striped.setRGB(x, y, Color.RED.getRGB());
            }
        }

        var square = images.square(encoded(striped, "png"), 100).orElseThrow();

        var image = ImageIO.read(new ByteArrayInputStream(square.bytes()));
        for (var x : new int[] {2, 50, 97}) {
            assertThat(new Color(image.getRGB(x, 50)).getRed()).isGreaterThan(200);
        }
    }

    @Test
    void aBrokenImageHasNoThumbnail() throws IOException {
        var whole = image("png", 1000, 1000);

        assertThat(look("image/png", Arrays.copyOf(whole, 60)).thumbnail()).isNull();
        assertThat(look("image/png", Arrays.copyOf(whole, 20))).isNull();
        assertThat(look("image/jpeg", whole)).isNull();
        assertThat(look("image/svg+xml", whole)).isNull();
    }

    @Test
    void aProgressiveJpegIsMadeSmallToo() throws IOException {
        assertThat(look("image/jpeg", progressive(1000, 500)).thumbnail()).isNotNull();
        assertThat(images.square(progressive(1000, 500), 100)).isPresent();
    }

    /** Its decoder keeps all of it, in memory that is not the heap's. */
    @Test
    void aProgressiveJpegOfMoreThan8MillionPixelsIsMeasuredAndNotDecoded() throws IOException {
        var large = progressive(4000, 2100);

        assertThat(look("image/jpeg", large).size()).isEqualTo(new ImageSize(4000, 2100));
        assertThat(look("image/jpeg", large).thumbnail()).isNull();
        assertThat(images.square(large, 100)).isEmpty();
        assertThat(look("image/jpeg", image("jpeg", 4000, 2100)).thumbnail()).isNotNull();
    }

    /** Each of them costs a whole decoding, and some bytes only. */
    @Test
    void aJpegOfAThousandScansIsMeasuredAndNotDecoded() throws IOException {
        var jpeg = progressive(1000, 500);
        var last = lastScan(jpeg);
        var repeated = ByteBuffer.allocate(jpeg.length + 1000 * (jpeg.length - 2 - last))
                .put(jpeg, 0, jpeg.length - 2);
        for (var i = 0; i < 1000; i++) {
            repeated.put(jpeg, last, jpeg.length - 2 - last);
        }
        var many = repeated.put(jpeg, jpeg.length - 2, 2).array();

        assertThat(look("image/jpeg", many).size()).isEqualTo(new ImageSize(1000, 500));
        assertThat(look("image/jpeg", many).thumbnail()).isNull();
        assertThat(images.square(many, 100)).isEmpty();
    }

    /** Each of them is four bytes in the file and a dozen times as much once its metadata are read. */
    @Test
    void aJpegOfAMillionEmptySegmentsIsMeasuredAndNeitherReadNorDecoded() throws IOException {
        var jpeg = image("jpeg", 1000, 500);
        var segments = 1_000_000;
        var padded = ByteBuffer.allocate(jpeg.length + 4 * segments).put(jpeg, 0, 20);
        for (var i = 0; i < segments; i++) {
            padded.putInt(0xFFE50002);
        }
        var many = padded.put(jpeg, 20, jpeg.length - 20).array();
        look("image/jpeg", jpeg);
        var before = allocated();

        var picture = look("image/jpeg", many);

        assertThat(allocated() - before).isBetween(1L, 20_000_000L);
        assertThat(picture.size()).isEqualTo(new ImageSize(1000, 500));
        assertThat(picture.thumbnail()).isNull();
        assertThat(images.square(many, 100)).isEmpty();
    }

    /** A row is decoded as a whole, whatever is left out of it. */
    @Test
    void aPngWiderThanAnyOtherImageIsMeasuredAndNotDecoded() throws IOException {
        var wide = image("png", 70_000, 1);

        assertThat(look("image/png", wide).size()).isEqualTo(new ImageSize(70_000, 1));
        assertThat(look("image/png", wide).thumbnail()).isNull();
        assertThat(images.square(wide, 100)).isEmpty();
        assertThat(look("image/png", image("png", 65_535, 1)).thumbnail()).isNotNull();
        assertThat(look("image/png", image("png", 1, 70_000)).thumbnail()).isNotNull();
    }

    @Test
    void whatFollowsAPhotographInItsFileDoesNotCount() throws IOException {
        var photograph = image("jpeg", 4000, 2100);
        var preview = progressive(400, 300);
        var both = ByteBuffer.allocate(photograph.length + preview.length)
                .put(photograph)
                .put(preview)
                .array();

        assertThat(look("image/jpeg", both).thumbnail()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void whatTakesTooLongIsMeasuredAndNotDecodedToTheEnd(String format) throws IOException {
        var hurried = new Images(50_000_000, 1, Duration.ofNanos(1));
        var image = image(format, 1000, 500);

        var picture = hurried.look("image/" + format, () -> new ByteArrayInputStream(image));

        assertThat(picture.size()).isEqualTo(new ImageSize(1000, 500));
        assertThat(picture.thumbnail()).isNull();
    }

    private static byte[] progressive(int width, int height) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(image("png", width, height)));
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        for (var at = jpeg.length - 2; at > 0; at--) {
            if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xDA) {
                return at;
            }
        }
        throw new AssertionError("no scan");
    }

    /** By the threads that decode. */
    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("images-"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getThreadId()))
                .sum();
    }

    private Picture look(String contentType, byte[] content) throws IOException {
        return images.look(contentType, () -> new ByteArrayInputStream(content));
    }

    /** Says in its header that it is larger than it is. */
    private static byte[] claiming(byte[] png, int width, int height) {
        var changed = ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(changed.array(), 12, 17);
        return changed.putInt(29, (int) crc.getValue()).array();
    }

    /** With the EXIF orientation of a camera held upright, 6, after the header that says JFIF. */
    private static byte[] turned(byte[] jpeg) {
        var exif = ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0);
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 20)
                .put(exif.array())
                .put(jpeg, 20, jpeg.length - 20)
                .array();
    }
}
