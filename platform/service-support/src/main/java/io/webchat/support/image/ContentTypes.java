package io.webchat.support.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells what kind of file it is by its first bytes alone. Neither what the uploader says nor the name is looked at, so
 * an office document is the {@code application/zip} that it is inside.
 */
public final class ContentTypes {
    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();

    private ContentTypes() {}

    /** The content type without parameters; {@code application/octet-stream} if nothing is known about it. */
    public static String of(byte[] head) {
        try {
            return MAGIC.detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
