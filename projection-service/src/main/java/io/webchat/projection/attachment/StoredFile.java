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

    /** Holds nothing of the store until it is read. */
    private @Nullable InputStream opened;

    /**
     * Opens it, before anything of an answer is made of it.
     *
     * @throws io.webchat.support.attachment.FileGoneException if it is not there any more
     */
    StoredFile(AttachmentFiles files, String fileId, long size) {
        this.files = files;
        this.fileId = fileId;
        this.size = size;
        this.opened = files.open(fileId);
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
        var first = opened;
        opened = null;
        return first == null ? files.open(fileId) : first;
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
