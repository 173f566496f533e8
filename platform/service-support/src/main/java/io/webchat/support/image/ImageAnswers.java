package io.webchat.support.image;

import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with an image whose URL never means another one. */
public final class ImageAnswers {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private ImageAnswers() {}

    /** Kept by the browser alone, for ever; taken for nothing but the image that it is. */
    public static ResponseEntity<Resource> unchanging(String id, String contentType, byte[] image) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(contentType))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .eTag(id)
                .body(new ByteArrayResource(image));
    }
}
