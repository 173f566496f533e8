package io.webchat.domain.reading;

import io.webchat.domain.Decision;

/** Decides about marks: reading never takes one back, only an explicit wish to read again does. */
public final class ReadingDecider {
    private ReadingDecider() {}

    /**
     * Decides a command.
     *
     * @param readUpTo the number of the last message that is read already; 0 for none
     */
    public static Decision<ReadingEvent> decide(long readUpTo, ReadingCommand command) {
        return switch (command) {
            case ReadingCommand.MarkRead(var actor, var upTo, var at) ->
                upTo.number() <= readUpTo
                        ? Decision.accept()
                        : Decision.accept(new ReadingEvent.Read(
                                actor,
                                upTo.serverId(),
                                upTo.channelId(),
                                upTo.threadId(),
                                upTo.messageId(),
                                upTo.number(),
                                at));
            case ReadingCommand.MarkUnread(var actor, var from, var at) ->
                from.number() == readUpTo + 1
                        ? Decision.accept()
                        : Decision.accept(new ReadingEvent.MarkedUnread(
                                actor,
                                from.serverId(),
                                from.channelId(),
                                from.threadId(),
                                from.messageId(),
                                from.number(),
                                at));
        };
    }
}
