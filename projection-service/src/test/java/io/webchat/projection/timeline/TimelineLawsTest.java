package io.webchat.projection.timeline;

import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.cache.NoCache;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.ViewLaws;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;

class TimelineLawsTest extends ViewLaws<MessageEvent> {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final UserId AUTHOR = new UserId(Ids.fresh());
    private static final UserId READER = new UserId(Ids.fresh());
    private static final Emoji WAVE = new Emoji("👋");

    @Override
    protected Projection<MessageEvent> projection(MongoTemplate store) {
        return new TimelineProjection(new TimelineRepository(store, NoCache.caches()));
    }

    /** Two channels, with retries that come soon and late, and everything that can happen to a message. */
    @Override
    protected List<MessageEvent> history() {
        var here = new ChannelId(Ids.fresh());
        var there = new ChannelId(Ids.fresh());
        var one = posted(here, "one");
        var two = posted(here, "two");
        var other = posted(there, "other");
        var inThread = inThread(one, "in the thread");
        return List.of(
                one,
                other,
                one,
                edited(one, 1, "one, edited"),
                two,
                edited(two, 1, "two, edited"),
                edited(one, 1, "lost the race"),
                new MessageChange.ReactionAdded(SERVER, here, one.messageId(), READER, WAVE, AT),
                new MessageChange.ReactionAdded(SERVER, here, one.messageId(), AUTHOR, WAVE, AT),
                new PinEvent.Pinned(SERVER, here, one.messageId(), AUTHOR, AT),
                new PinEvent.Pinned(SERVER, here, two.messageId(), AUTHOR, AT),
                posted(here, "three"),
                inThread(one, "before the thread"),
                new ThreadEvent.Started(SERVER, here, one.messageId(), READER, "About one", AT),
                inThread,
                one,
                new ThreadEvent.Joined(SERVER, here, one.messageId(), AUTHOR, AT),
                inThread,
                new ThreadEvent.Left(SERVER, here, one.messageId(), READER, AT),
                new ThreadEvent.Started(SERVER, here, one.messageId(), AUTHOR, "Too late", AT),
                new ThreadEvent.Started(SERVER, here, inThread.messageId(), AUTHOR, "Too deep", AT),
                posted(there, "another"),
                deleted(two),
                new MessageChange.ReactionRemoved(SERVER, here, one.messageId(), READER, READER, WAVE, AT),
                new PinEvent.Pinned(SERVER, here, two.messageId(), AUTHOR, AT),
                edited(two, 2, "too late"),
                new ThreadEvent.Started(SERVER, here, two.messageId(), AUTHOR, "Too late", AT),
                new PinEvent.Pinned(SERVER, here, new MessageId(Ids.fresh()), AUTHOR, AT),
                two,
                edited(one, 2, "one, edited again"),
                calling(one, 3, new Mentions(List.of(READER), List.of(new RoleId(Ids.fresh())), false)),
                calling(one, 3, new Mentions(List.of(AUTHOR), List.of(), true)),
                calling(one, 4, new Mentions(List.of(AUTHOR), List.of(), false)),
                new PinEvent.Unpinned(SERVER, here, one.messageId(), AUTHOR, AT.plusSeconds(1)),
                new PinEvent.Pinned(SERVER, here, one.messageId(), AUTHOR, AT.plusSeconds(2)),
                new PinEvent.Unpinned(SERVER, here, one.messageId(), AUTHOR, AT.plusSeconds(3)),
                posted(here, "four"),
                deleted(inThread),
                other,
                posted(here, "five"));
    }

    /** What comes again is the same command. */
    @Override
    protected String commandOf(List<MessageEvent> events, int index) {
        return new UUID(7, events.indexOf(events.get(index))).toString();
    }

    private static MessageEvent.Posted posted(ChannelId channel, String content) {
        return MessageEvent.Posted.text(SERVER, channel, new MessageId(Ids.fresh()), AUTHOR, content, AT);
    }

    private static MessageEvent.Posted inThread(MessageEvent root, String content) {
        return new MessageEvent.Posted(
                SERVER,
                root.channelId(),
                new MessageId(Ids.fresh()),
                AUTHOR,
                content,
                root.messageId(),
                root.messageId(),
                new Mentions(List.of(READER), List.of(), true),
                List.of(Community.picture()),
                AT);
    }

    private static MessageEvent edited(MessageEvent message, int revision, String content) {
        return new MessageChange.Edited(
                SERVER, message.channelId(), message.messageId(), AUTHOR, revision, content, null, AT);
    }

    private static MessageEvent calling(MessageEvent message, int revision, Mentions mentions) {
        return new MessageChange.Edited(
                SERVER, message.channelId(), message.messageId(), AUTHOR, revision, "Hey", mentions, AT);
    }

    private static MessageEvent deleted(MessageEvent message) {
        return new MessageChange.Deleted(SERVER, message.channelId(), message.messageId(), AUTHOR, AT);
    }
}
