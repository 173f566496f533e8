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

    /** All streams, in the order in which they are replayed and written. */
    public static final List<EventStream> ALL =
            Stream.of(STRUCTURE, MESSAGES).flatMap(List::stream).toList();

    /** All streams of one topic. */
    public static List<EventStream> of(Topic topic) {
        return topic == Topic.STRUCTURE ? STRUCTURE : MESSAGES;
    }

    /** The stream's name on the wire, such as {@code messages/3}. */
    public String name() {
        return topic.stream(partition);
    }

    /** The stream's place in {@link #ALL}. */
    public int index() {
        return topic == Topic.STRUCTURE ? partition : Topic.PARTITIONS + partition;
    }

    private static List<EventStream> partitionsOf(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new EventStream(topic, partition))
                .toList();
    }
}
