package io.webchat.support.image;

import io.webchat.domain.attachment.ImageSize;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about an image.
 *
 * @param size as it is shown, turned upright
 */
public record Picture(ImageSize size, @Nullable Thumbnail thumbnail) {
    /** A small version, encoded. */
    public record Thumbnail(byte[] bytes, String contentType) {}
}
