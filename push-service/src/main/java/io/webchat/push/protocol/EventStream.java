package io.webchat.push.protocol;

import io.webchat.log.Topic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One partition of a topic that clients follow. Its events have an order; two streams have none between them. */
public record EventStream(Topic topic, int partition) {
    /** All streams of structure: who may see what, so a returning client gets these first. */
    public static final List<EventStream> STRUCTURE = partitionsOf(Topic.STRUCTURE);

    /** All streams of messages. */
    public static final List<EventStream> MESSAGES = partitionsOf(Topic.MESSAGES);

    /** All streams of what people have read: each event is for its own user. */
    public static final List<EventStream> READS = partitionsOf(Topic.READS);

    /** All streams of how people show themselves: each event is for whoever meets that person. */
    public static final List<EventStream> USERS = partitionsOf(Topic.USERS);

    /** All streams, in the order in which they are replayed and written. */
    public static final List<EventStream> ALL =
            Stream.of(STRUCTURE, MESSAGES, READS, USERS).flatMap(List::stream).toList();

    /** All streams of one topic. */
    public static List<EventStream> of(Topic topic) {
        return switch (topic) {
            case STRUCTURE -> STRUCTURE;
            case MESSAGES -> MESSAGES;
            case READS -> READS;
            case USERS -> USERS;
            case STRUCTURE_COMMANDS, STRUCTURE_OUTCOMES -> throw notFollowed(topic);
        };
    }

    /** The stream's name on the wire, such as {@code messages/3}. */
    public String name() {
        return topic.stream(partition);
    }

    /** The stream's place in {@link #ALL}. */
    public int index() {
        return switch (topic) {
            case STRUCTURE -> partition;
            case MESSAGES -> Topic.PARTITIONS + partition;
            case READS -> 2 * Topic.PARTITIONS + partition;
            case USERS -> 3 * Topic.PARTITIONS + partition;
            case STRUCTURE_COMMANDS, STRUCTURE_OUTCOMES -> throw notFollowed(topic);
        };
    }

    private static IllegalArgumentException notFollowed(Topic topic) {
        return new IllegalArgumentException("topic: " + topic + " (expected: one that clients follow)");
    }

    private static List<EventStream> partitionsOf(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new EventStream(topic, partition))
                .toList();
    }
}
