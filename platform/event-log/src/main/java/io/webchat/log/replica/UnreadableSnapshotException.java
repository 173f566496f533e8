package io.webchat.log.replica;

/** There is a snapshot, but it cannot be used. The message says why, as the end of a sentence. */
final class UnreadableSnapshotException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableSnapshotException(String why) {
        super(why);
    }
}
