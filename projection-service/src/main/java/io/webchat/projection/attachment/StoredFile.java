package io.webchat.projection.attachment;

import io.webchat.support.attachment.AttachmentFiles;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** A file whose bytes are read from the store when they are sent, a piece at a time, from any place on. */
final class StoredFile extends AbstractResource {
    private final AttachmentFiles files;
    private final String fileId;
    private final long size;

    StoredFile(AttachmentFiles files, String fileId, long size) {
        this.files = files;
        this.fileId = fileId;
        this.size = size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public InputStream getInputStream() {
        return files.open(fileId);
    }

    @Override
    public String getDescription() {
        return "file " + fileId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredFile file && file.fileId.equals(fileId);
    }

    @Override
    public int hashCode() {
        return fileId.hashCode();
    }
}
