package io.webchat.client;

/**
 * Which stretch of a channel's history is wanted.
 *
 * @param query the query string of it
 */
public record PageRequest(String query) {
    /** The most messages that one page holds. */
    public static final int MAX_LIMIT = 100;

    /** The end of the history. */
    public static PageRequest newest(int limit) {
        return new PageRequest("limit=" + limit);
    }

    /** What lies directly before a message, exclusive. */
    public static PageRequest before(long number, int limit) {
        return new PageRequest("before=" + number + "&limit=" + limit);
    }

    /** What follows directly after a message, exclusive; after 0 begins with the first message. */
    public static PageRequest after(long number, int limit) {
        return new PageRequest("after=" + number + "&limit=" + limit);
    }
}
