package io.webchat.backup.log;

import io.webchat.log.Topic;
import java.util.List;

/**
 * Which topics a backup has, and in which order they are cut and restored.
 *
 * <p>{@link Topic#STRUCTURE_COMMANDS} is left out: a command that waits has not been answered, so whoever sent it asks
 * again; decided a second time it would happen twice. So are the canary, and dead letters: they are about offsets of
 * this log, and the views that are built from the restored one have their own.
 */
public final class SavedTopics {
    /**
     * The order of the cut: what refers before what is referred to. A mark is about a message, a message is authorised
     * as of a position of the structure, an outcome speaks of its events, and all of them are about users. Whatever a
     * record before a cut refers to was appended before it, so it is before every later cut.
     */
    public static final List<Topic> CUT =
            List.of(Topic.READS, Topic.MESSAGES, Topic.STRUCTURE_OUTCOMES, Topic.STRUCTURE, Topic.USERS);

    /** The order of restoring: the structure first, whose new positions the others have to name. */
    public static final List<Topic> RESTORED = CUT.reversed();

    private SavedTopics() {}

    /** The name of a topic's file. */
    public static String fileOf(Topic topic) {
        return topic.topicName() + ".records.gz";
    }
}
