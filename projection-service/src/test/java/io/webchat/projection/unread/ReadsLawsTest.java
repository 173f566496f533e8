package io.webchat.projection.unread;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.NotificationLevel;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.ViewLaws;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

class ReadsLawsTest extends ViewLaws<ReadingEvent> {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final ServerId SERVER = new ServerId(Ids.fresh());
    private static final ChannelId CHANNEL = new ChannelId(Ids.fresh());
    private static final MessageId THREAD = new MessageId(Ids.fresh());
    private static final UserId ADA = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());

    @Override
    protected Projection<ReadingEvent> projection(MongoTemplate store) {
        return new ReadsProjection(new ReadsRepository(store));
    }

    /**
     * Two people, who read on, on two devices, want to read again, and change their minds about what they want to hear.
     */
    @Override
    protected List<ReadingEvent> history() {
        return List.of(
                read(ADA, null, 3),
                read(BEN, null, 1),
                read(ADA, null, 7),
                read(ADA, THREAD, 2),
                new ReadingEvent.MarkedUnread(ADA, SERVER, CHANNEL, null, new MessageId(Ids.fresh()), 4, AT),
                new ReadingEvent.ChannelNotificationsChanged(ADA, SERVER, CHANNEL, true, null, AT),
                new ReadingEvent.ServerNotificationsChanged(ADA, SERVER, false, NotificationLevel.MENTIONS, AT),
                read(BEN, null, 9),
                new ReadingEvent.ChannelNotificationsChanged(ADA, SERVER, CHANNEL, false, NotificationLevel.ALL, AT),
                read(ADA, null, 5),
                read(ADA, THREAD, 6),
                read(ADA, THREAD, 4),
                new ReadingEvent.ServerNotificationsChanged(ADA, SERVER, true, null, AT));
    }

    private static ReadingEvent read(UserId user, @Nullable MessageId thread, long number) {
        return new ReadingEvent.Read(user, SERVER, CHANNEL, thread, new MessageId(Ids.fresh()), number, AT);
    }
}
