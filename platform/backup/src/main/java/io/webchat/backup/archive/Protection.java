package io.webchat.backup.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What is done to files against eyes and hands that they are not meant for. */
interface Protection {
    /** As the manifest describes it; null for none. */
    Manifest.@Nullable Encryption described();

    /** What is written into the result is protected; {@code context} is what has to be known to open it again. */
    OutputStream protect(OutputStream to, String context) throws IOException;

    /** Throws {@link IOException} while it is read if it was changed, cut off, or belongs elsewhere. */
    InputStream open(InputStream from, String context) throws IOException;

    /** A digest that nobody can make who cannot open the files. */
    byte[] seal(byte[] manifest);

    /** Files that everybody can read; the seal tells damage, not intent. */
    Protection NONE = new Protection() {
        @Override
        public Manifest.@Nullable Encryption described() {
            return null;
        }

        @Override
        public OutputStream protect(OutputStream to, String context) {
            return to;
        }

        @Override
        public InputStream open(InputStream from, String context) {
            return from;
        }

        @Override
        public byte[] seal(byte[] manifest) {
            return sha256().digest(manifest);
        }
    };

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
