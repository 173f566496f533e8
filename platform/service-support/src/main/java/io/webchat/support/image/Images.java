package io.webchat.support.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.webchat.domain.attachment.ImageSize;
import io.webchat.support.compute.ComputePool;
import io.webchat.support.image.Picture.Thumbnail;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures images and makes thumbnails of PNG, JPEG, GIF and WebP, of at most {@value #MAX_WIDTH} x
 * {@value #MAX_HEIGHT} pixels, upright, the first picture of a moving image, without the metadata of the original.
 *
 * <p>The size is read from the header before anything is decoded. What has more pixels than allowed is not decoded; the
 * rest is decoded by leaving pixels out, so that memory depends on the thumbnail, not on the image. Where it does
 * depend on the image, with WebP and with a JPEG that is kept as a whole until its last scan, at most
 * {@value #MAX_PIXELS_KEPT} pixels are decoded; and as at least a row is decoded as a whole, rows are of at most
 * {@value #MAX_ROW} pixels. So are a JPEG of at most {@value #MAX_SCANS} scans, each of which may cost as much as the
 * whole picture, and of at most {@value #MAX_MARKERS} markers, each of which is kept; and what takes no longer than
 * allowed.
 *
 * <p>Decoding is done by a few threads of its own, so other requests are answered meanwhile. A broken image is no
 * failure: it is kept as a file without a thumbnail.
 */
public final class Images {
    private static final Logger LOG = LoggerFactory.getLogger(Images.class);
    private static final int MAX_WIDTH = 400;
    private static final int MAX_HEIGHT = 300;

    /** How much larger than the thumbnail the decoded image is at least: the more, the smoother the thumbnail. */
    private static final int OVERSAMPLING = 2;

    private static final String JPEG = "image/jpeg";
    private static final String WEBP = "image/webp";
    private static final Set<String> DECODED = Set.of("image/png", JPEG, "image/gif", WEBP);

    /** Of what is decoded as a whole, whatever is left out: three bytes or more for each. */
    private static final long MAX_PIXELS_KEPT = 8_000_000;

    /** As wide as a JPEG or GIF can be; a PNG can be wider, and have eight bytes for each pixel. */
    private static final int MAX_ROW = 65_535;

    /** About as many as 25 MB of noise would have; some 30 MB of memory. */
    private static final int MAX_MARKERS = 100_000;

    /** A progressive photograph has 10, one of four colours 18. */
    private static final int MAX_SCANS = 32;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final Set<Orientation> LYING =
            Set.of(Orientation.LEFT_TOP, Orientation.RIGHT_TOP, Orientation.RIGHT_BOTTOM, Orientation.LEFT_BOTTOM);

    private final ComputePool decoding;
    private final long maxPixels;
    private final Duration timeLimit;

    /**
     * @param maxPixels the largest image that is decoded
     * @param atOnce how many images are looked at at once; others wait
     * @param timeLimit how long one is decoded
     */
    public Images(long maxPixels, int atOnce, Duration timeLimit) {
        this.decoding = new ComputePool("images", atOnce, LONGEST_WAIT, Images::busy);
        this.maxPixels = maxPixels;
        this.timeLimit = timeLimit;
    }

    /** A file that is looked at. */
    private record Opened(String contentType, ImageReader reader, JpegScans scans, DecodingDeadline deadline) {}

    /**
     * Looks at a file. Throws {@code overloaded} (503) if others are looked at for too long.
     *
     * @param content opens it; not called for what is no image
     * @return absent if it is no image that can be measured
     */
    public @Nullable Picture look(String contentType, Supplier<InputStream> content) throws IOException {
        return read(contentType, content, this::look);
    }

    /**
     * Makes the square out of the middle of an image, upright, and never larger than the image itself. Throws
     * {@code overloaded} (503) if others are looked at for too long.
     *
     * @param content the whole file
     * @param side how wide and high the square is at most, in pixels
     * @return empty if it is no image that may be decoded and can be
     */
    public Optional<Thumbnail> square(byte[] content, int side) throws IOException {
        return Optional.ofNullable(
                read(ContentTypes.of(content), () -> new ByteArrayInputStream(content), image -> square(image, side)));
    }

    private <T> @Nullable T read(String contentType, Supplier<InputStream> content, Function<Opened, @Nullable T> look)
            throws IOException {
        if (!DECODED.contains(contentType)) {
            return null;
        }
        try {
            return decoding.compute(() -> opened(contentType, content, look));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private <T> @Nullable T opened(
            String contentType, Supplier<InputStream> content, Function<Opened, @Nullable T> look) {
        try (var file = content.get();
                var input = new MemoryCacheImageInputStream(file)) {
            var scans = scansOf(contentType, input);
            var reader = readerOf(contentType);
            try {
                var deadline = new DecodingDeadline(timeLimit);
                reader.addIIOReadProgressListener(deadline);
                // Metadata of other formats may be compressed, and so larger than it seems; only JPEG's is needed.
                reader.setInput(input, false, !contentType.equals(JPEG));
                return look.apply(new Opened(contentType, reader, scans, deadline));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JpegScans scansOf(String contentType, ImageInputStream input) throws IOException {
        if (!contentType.equals(JPEG)) {
            return JpegScans.NONE;
        }
        var scans = JpegScans.of(input);
        input.seek(0);
        return scans;
    }

    private static ProblemException busy() {
        return new ProblemException(ProblemType.OVERLOADED, "Too many images are being looked at at the moment.")
                .retryAfter(RETRY_AFTER);
    }

    private @Nullable Picture look(Opened image) {
        var size = sizeOf(image);
        if (size == null) {
            return null;
        }
        var orientation = orientationOf(image);
        var upright = LYING.contains(orientation) ? new ImageSize(size.height(), size.width()) : size;
        return new Picture(upright, thumbnail(image, size, orientation));
    }

    private static @Nullable ImageSize sizeOf(Opened image) {
        try {
            return new ImageSize(image.reader().getWidth(0), image.reader().getHeight(0));
        } catch (IOException | RuntimeException e) {
            LOG.debug("an image of type {} cannot be measured: {}", image.contentType(), e.toString());
            return null;
        }
    }

    private @Nullable Thumbnail thumbnail(Opened image, ImageSize size, Orientation orientation) {
        var every = Math.max(size.width() / (MAX_WIDTH * OVERSAMPLING), size.height() / (MAX_HEIGHT * OVERSAMPLING));
        var whole = new Rectangle(size.width(), size.height());
        return decoded(image, size, () -> encoded(fitting(upright(sampled(image, whole, every), orientation))));
    }

    private @Nullable Thumbnail square(Opened image, int side) {
        var size = sizeOf(image);
        if (size == null) {
            return null;
        }
        var middle = middleOf(size);
        var every = middle.width / (side * OVERSAMPLING);
        var orientation = orientationOf(image);
        return decoded(image, size, () -> encoded(middle(upright(sampled(image, middle, every), orientation), side)));
    }

    private @Nullable Thumbnail decoded(Opened image, ImageSize size, Decoding work) {
        if (!mayBeDecoded(image, size)) {
            return null;
        }
        try {
            return work.thumbnail();
        } catch (IOException | RuntimeException e) {
            LOG.debug("an image of type {} cannot be decoded: {}", image.contentType(), e.toString());
            return null;
        }
    }

    private boolean mayBeDecoded(Opened image, ImageSize size) {
        var isKeptWhole = image.contentType().equals(WEBP) || image.scans().areKept();
        return size.pixels() <= (isKeptWhole ? Math.min(maxPixels, MAX_PIXELS_KEPT) : maxPixels)
                && size.width() <= MAX_ROW
                && image.scans().count() <= MAX_SCANS
                && image.scans().markers() <= MAX_MARKERS;
    }

    /** The largest square in the middle: what lies beside it, in an image that is long and thin, is never decoded. */
    private static Rectangle middleOf(ImageSize size) {
        var edge = Math.min(size.width(), size.height());
        return new Rectangle((size.width() - edge) / 2, (size.height() - edge) / 2, edge, edge);
    }

    private static BufferedImage sampled(Opened image, Rectangle part, int every) throws IOException {
        var parameters = image.reader().getDefaultReadParam();
        parameters.setSourceRegion(part);
        parameters.setSourceSubsampling(Math.max(1, every), Math.max(1, every), 0, 0);
        var read = image.reader().read(0, parameters);
        image.deadline().requireMet();
        return inFullColour(read);
    }

    /**
     * An image of few colours gets room for those in between, which a smaller image has and its own palette has not.
     */
    private static BufferedImage inFullColour(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel palette
                ? palette.convertToIntDiscrete(image.getRaster(), false)
                : image;
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    /** As large as possible, but never larger than the image itself. */
    private static BufferedImage fitting(BufferedImage image) throws IOException {
        var small = image.getWidth() <= MAX_WIDTH && image.getHeight() <= MAX_HEIGHT;
        var thumbnail = Thumbnails.of(image);
        return (small ? thumbnail.scale(1) : thumbnail.size(MAX_WIDTH, MAX_HEIGHT)).asBufferedImage();
    }

    private static BufferedImage middle(BufferedImage image, int side) throws IOException {
        var size = Math.min(side, Math.min(image.getWidth(), image.getHeight()));
        return Thumbnails.of(image).crop(Positions.CENTER).size(size, size).asBufferedImage();
    }

    private static Thumbnail encoded(BufferedImage image) throws IOException {
        var format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        var bytes = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat(format).toOutputStream(bytes);
        return new Thumbnail(bytes.toByteArray(), "image/" + format);
    }

    /** As it lies, if nothing readable says how it was taken. */
    private static Orientation orientationOf(Opened image) {
        if (!image.contentType().equals(JPEG) || image.scans().markers() > MAX_MARKERS) {
            return Orientation.TOP_LEFT;
        }
        try {
            var orientation = ExifUtils.getExifOrientation(image.reader(), 0);
            return orientation == null ? Orientation.TOP_LEFT : orientation;
        } catch (IOException | RuntimeException e) {
            LOG.debug("the metadata of an image cannot be read: {}", e.toString());
            return Orientation.TOP_LEFT;
        }
    }

    private static ImageReader readerOf(String contentType) throws IOException {
        return contentType.equals(WEBP)
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(contentType).next();
    }

    private interface Decoding {
        Thumbnail thumbnail() throws IOException;
    }
}
