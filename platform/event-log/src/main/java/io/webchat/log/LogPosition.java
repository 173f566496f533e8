package io.webchat.log;

/**
 * A place in one partition of the log.
 *
 * @param nextOffset the first offset that is not included: a reader at this position has seen everything before it
 */
public record LogPosition(Topic topic, int partition, long nextOffset) {
    public LogPosition {
        if (partition < 0 || nextOffset < 0) {
            throw new IllegalArgumentException(
                    "position: " + topic + "/" + partition + "@" + nextOffset + " (expected: >= 0)");
        }
    }

    /** The position right after a record. */
    public static LogPosition after(Topic topic, int partition, long offset) {
        return new LogPosition(topic, partition, offset + 1);
    }

    /** The partition as clients know it, such as {@code messages/3}. */
    public String stream() {
        return topic.stream(partition);
    }
}
