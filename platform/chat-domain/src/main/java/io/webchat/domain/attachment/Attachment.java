package io.webchat.domain.attachment;

import io.webchat.domain.structure.AttachmentId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file as a message carries it. Found out from its bytes once, when it was uploaded, and never changed.
 *
 * @param contentType what the bytes are, whatever the uploader said; without parameters
 * @param size in bytes
 * @param image how large the image is; absent if it is none, or none that can be measured
 * @param hasThumbnail whether there is a small version to show first
 */
public record Attachment(
        AttachmentId id,
        FileName name,
        String contentType,
        long size,
        @Nullable ImageSize image,
        boolean hasThumbnail) {
    /** How many files one message may carry. */
    public static final int MAX_PER_MESSAGE = 10;

    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z0-9.+-]+/[a-z0-9.+-]+");

    public Attachment {
        if (!CONTENT_TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("content type: \"" + contentType + "\" (expected: type/subtype)");
        }
        if (size < 1) {
            throw new IllegalArgumentException("size: " + size + " (expected: >= 1)");
        }
        if (hasThumbnail && image == null) {
            throw new IllegalArgumentException("thumbnail of what is no image: " + contentType);
        }
    }
}
