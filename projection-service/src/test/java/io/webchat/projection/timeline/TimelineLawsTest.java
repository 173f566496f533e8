package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.ViewLaws;
import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

class TimelineLawsTest extends ViewLaws<MessageEvent> {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final UserId AUTHOR = new UserId(Ids.fresh());

    @Override
    protected Projection<MessageEvent> projection(MongoTemplate store) {
        return new TimelineProjection(new TimelineRepository(store));
    }

    /** Two channels, with retries that come soon and late. */
    @Override
    protected List<MessageEvent> history() {
        var here = new ChannelId(Ids.fresh());
        var there = new ChannelId(Ids.fresh());
        var one = posted(here, "one");
        var two = posted(here, "two");
        var other = posted(there, "other");
        return List.of(
                one,
                other,
                one,
                two,
                posted(here, "three"),
                one,
                posted(there, "another"),
                two,
                posted(here, "four"),
                other,
                posted(here, "five"));
    }

    private static MessageEvent posted(ChannelId channel, String content) {
        return MessageEvent.Posted.text(SERVER, channel, new MessageId(Ids.fresh()), AUTHOR, content, AT);
    }
}
