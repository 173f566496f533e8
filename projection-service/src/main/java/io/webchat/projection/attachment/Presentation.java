package io.webchat.projection.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * How a browser is to treat a file. Pictures, sound and moving pictures may be shown; whatever could run or be taken
 * for a page is bytes to save, even when the web app makes a {@code blob:} URL of its own origin from it.
 */
record Presentation(MediaType contentType, ContentDisposition disposition) {
    private static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "video/mp4",
            "video/webm",
            "audio/mpeg",
            "audio/ogg",
            "audio/vorbis");

    static Presentation of(String contentType, String name) {
        return SHOWN.contains(contentType)
                ? new Presentation(MediaType.parseMediaType(contentType), named(ContentDisposition.inline(), name))
                : new Presentation(MediaType.APPLICATION_OCTET_STREAM, named(ContentDisposition.attachment(), name));
    }

    private static ContentDisposition named(ContentDisposition.Builder disposition, String name) {
        return disposition.filename(name, UTF_8).build();
    }
}
