package io.webchat.projection.timeline;

import io.webchat.domain.user.UserId;
import io.webchat.projection.timeline.UnreadCounts.Count;
import io.webchat.projection.timeline.UnreadCounts.Question;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The answer to one question, added up tally by tally: as large however many there are. */
final class UnreadSum {
    private final UserId reader;
    private final Question question;
    private final long firstBlock;
    private final long endBlock;

    private long head;
    private long position;
    private long passed;
    private long mentions;
    private @Nullable Long firstUnread;

    /**
     * Begins with nothing.
     *
     * @param knownHead the newest message that is known of: the tally that it is in, and later ones, are {@link #end}
     */
    UnreadSum(UserId reader, Question question, long knownHead) {
        this.reader = reader;
        this.question = question;
        this.firstBlock = TallyDocument.block(question.readUpTo() + 1);
        this.endBlock = TallyDocument.block(knownHead);
    }

    Question question() {
        return question;
    }

    /** The places of those tallies, without the end, that have something after the mark. */
    LongStream earlierBlocks() {
        return LongStream.range(firstBlock, endBlock);
    }

    String id(long block) {
        return TallyDocument.id(question.timeline().name(), block);
    }

    /** The tally with the newest message that is known of, and the one after it. */
    LongStream end() {
        return LongStream.rangeClosed(endBlock, endBlock + 1);
    }

    /** Adds a tally, each once. */
    void add(CountedTally tally) {
        if (tally.last() > head) {
            head = tally.last();
            // Of the newest one, in which every message is counted that was posted before it; others may have been
            // read later.
            position = tally.position();
        }
        var mark = question.readUpTo();
        var gone = tally.passed(reader, mark);
        passed += gone.size();
        mentions += tally.calls(reader, question.roles(), mark);
        var first = Math.max(mark, TallyDocument.block(tally.last()) * TallyDocument.SIZE) + 1;
        LongStream.rangeClosed(first, tally.last())
                .filter(number -> !gone.contains(number) && (firstUnread == null || number < firstUnread))
                .findFirst()
                .ifPresent(number -> firstUnread = number);
    }

    Count count() {
        return head == 0
                ? Count.NOTHING
                : new Count(head, position, Math.max(0, head - question.readUpTo() - passed), mentions, firstUnread);
    }
}
