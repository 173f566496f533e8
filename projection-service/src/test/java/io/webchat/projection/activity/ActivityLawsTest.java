package io.webchat.projection.activity;

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
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.MongoTemplate;

class ActivityLawsTest extends ViewLaws<MessageEvent> {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    @Override
    protected Projection<MessageEvent> projection(MongoTemplate store) {
        return new ActivityProjection(new ActivityRepository(store));
    }

    /** In three channels, by clocks that do not agree. */
    @Override
    protected List<MessageEvent> history() {
        var channels =
                IntStream.range(0, 3).mapToObj(i -> new ChannelId(Ids.fresh())).toList();
        return IntStream.range(0, 12)
                .<MessageEvent>mapToObj(i -> MessageEvent.Posted.text(
                        new ServerId(Ids.fresh()),
                        channels.get(i * i % 3),
                        new MessageId(Ids.fresh()),
                        new UserId(Ids.fresh()),
                        "message " + i,
                        AT.plusSeconds(i * 7 % 5)))
                .toList();
    }
}
