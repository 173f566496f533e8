package io.webchat.projection.deadletter;

import io.webchat.projection.store.Generation;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a record which a generation of a view has passed over is to be applied to it, and what became of that. It goes
 * with the generation.
 *
 * @param id the generation and the place of the record, which several letters may be copies of
 * @param offset of the record, not of its letter
 * @param at when the state was reached
 */
@Document(ViewCollections.REPLAYS)
record ReplayDocument(
        @Id String id,
        String group,
        String topic,
        int partition,
        long offset,
        State state,
        @Nullable String detail,
        Instant at) {

    enum State {
        /** Nobody has asked for it. */
        OPEN,
        /** The instance that consumes the partition will try. */
        WANTED,
        /** The view contains the record. */
        APPLIED,
        /** Later events of the same channel, server or user are in the view: it has to be built anew. */
        OVERTAKEN,
        /** The record is no longer in the log. */
        ERASED,
        /** The view still cannot apply it. */
        REFUSED;

        /** Whether there is nothing left to do about it. */
        boolean isDone() {
            return this == APPLIED || this == ERASED;
        }
    }

    static String id(Generation generation, DeadLetter letter) {
        return generation.name() + "/" + letter.source();
    }

    static ReplayDocument wanted(Generation generation, DeadLetter letter, Instant at) {
        return new ReplayDocument(
                id(generation, letter),
                letter.group(),
                letter.topic().deadLetterTopicName(),
                letter.copy().partition(),
                letter.sourceOffset(),
                State.WANTED,
                null,
                at);
    }
}
