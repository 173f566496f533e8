package io.webchat.backup.archive;

import io.webchat.backup.BackupException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The manifest as JSON, for people to read as well. */
final class ManifestJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    }

    /** Throws {@link BackupException} if it is none, or one of another format. */
    static Manifest read(byte[] bytes) {
        try {
            var format = JSON.readTree(bytes).path("format").asInt(0);
            if (format != Manifest.FORMAT) {
                throw new BackupException("The backup has format " + format + ", and this version reads "
                        + Manifest.FORMAT + ": use the version of WebChat that made it, or a newer one.");
            }
            return JSON.readValue(bytes, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupException("The manifest is damaged: it cannot be read.", e);
        }
    }
}
