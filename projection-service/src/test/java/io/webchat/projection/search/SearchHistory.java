package io.webchat.projection.search;

import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Instant;
import java.util.List;

/** What happens to messages, with retries and edits that come soon, late and in the wrong order. */
final class SearchHistory {
    static final ServerId SERVER = new ServerId(Ids.fresh());
    static final ChannelId CHANNEL = new ChannelId(Ids.fresh());
    static final UserId AUTHOR = new UserId(Ids.fresh());
    static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private SearchHistory() {}

    static List<MessageEvent> events() {
        var one = posted("the first one");
        var two = posted("the second");
        var there = MessageEvent.Posted.text(
                SERVER, new ChannelId(Ids.fresh()), new MessageId(Ids.fresh()), AUTHOR, "elsewhere", AT);
        return List.of(
                one,
                there,
                one,
                edited(one, 1, "the first, https://example.org edited"),
                two,
                edited(one, 1, "lost the race"),
                new MessageChange.ReactionAdded(SERVER, CHANNEL, one.messageId(), AUTHOR, new Emoji("👋"), AT),
                new PinEvent.Pinned(SERVER, CHANNEL, one.messageId(), AUTHOR, AT),
                new ThreadEvent.Started(SERVER, CHANNEL, one.messageId(), AUTHOR, "About one", AT),
                edited(two, 2, "not the next revision"),
                one,
                deleted(two),
                edited(two, 1, "too late"),
                two,
                deleted(posted("never posted")),
                edited(one, 2, "the first, edited again"),
                there,
                posted("the third"));
    }

    static MessageEvent.Posted posted(String content) {
        return MessageEvent.Posted.text(SERVER, CHANNEL, new MessageId(Ids.fresh()), AUTHOR, content, AT);
    }

    static MessageEvent edited(MessageEvent message, int revision, String content) {
        var mentions = new Mentions(List.of(AUTHOR), List.of(), false);
        return new MessageChange.Edited(
                SERVER, message.channelId(), message.messageId(), AUTHOR, revision, content, mentions, AT);
    }

    static MessageEvent deleted(MessageEvent message) {
        return new MessageChange.Deleted(SERVER, message.channelId(), message.messageId(), AUTHOR, AT);
    }
}
