package io.webchat.backup.store;

/** A collection that is saved as it is, document by document. */
enum SavedCollection {
    ACCOUNTS("accounts"),
    ATTACHMENTS("attachments"),
    ATTACHMENT_CHANNELS("attachment_channels"),
    FILES("attachment_files.files"),
    CHUNKS("attachment_files.chunks"),
    ICONS("server_icons"),
    AVATARS("avatars");

    /** Who takes how much room: not saved, since it follows from the files. */
    static final String ATTACHMENT_USE = "attachment_use";

    /** Who is logged in: not saved, since a session that was ended must not come back. */
    static final String SESSIONS = "sessions";

    private final String collection;

    SavedCollection(String collection) {
        this.collection = collection;
    }

    /** As the store knows it. */
    String collection() {
        return collection;
    }

    /** The name of its file. */
    String file() {
        return collection + ".bson.gz";
    }
}
