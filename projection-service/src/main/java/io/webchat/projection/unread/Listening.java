package io.webchat.projection.unread;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.ReadingKeys;
import io.webchat.projection.timeline.TimelineKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people want to hear of a channel, and who has read what; for the capabilities that call people. */
@Component
public class Listening {
    private static final String ALL = "all";

    private final ReadsRepository repository;

    Listening(ReadsRepository repository) {
        this.repository = repository;
    }

    /**
     * What somebody wants to hear of a channel.
     *
     * @param level {@code all}, {@code mentions} or {@code nothing}
     */
    public record Wish(boolean muted, String level) {}

    /** What each of these people wants to hear of a channel, by what they have said of it and of its server. */
    public Map<UserId, Wish> of(Collection<UserId> users, ServerId server, ChannelId channel) {
        var keys = new HashSet<String>();
        users.forEach(user -> {
            keys.add(ReadingKeys.notifications(user, server));
            keys.add(ReadingKeys.notifications(user, channel));
        });
        var wishes = repository.wishes(keys);
        var heard = new HashMap<UserId, Wish>();
        for (var user : users) {
            heard.put(
                    user,
                    wish(
                            wishes.get(ReadingKeys.notifications(user, server)),
                            wishes.get(ReadingKeys.notifications(user, channel))));
        }
        return heard;
    }

    /** Those of these people who have read a timeline up to a number. */
    public Set<UserId> whoHaveRead(Collection<UserId> users, TimelineKey timeline, long number) {
        var byKey = new HashMap<String, UserId>();
        users.forEach(user -> byKey.put(ReadingKeys.mark(user, timeline.channelId(), timeline.threadId()), user));
        var read = new HashSet<UserId>();
        repository.marks(byKey.keySet()).forEach((key, mark) -> {
            var user = byKey.get(key);
            if (user != null && mark.readUpTo() >= number) {
                read.add(user);
            }
        });
        return read;
    }

    /** A channel can be muted by itself or with its server; what is said of the channel itself is louder. */
    private static Wish wish(@Nullable WishDocument server, @Nullable WishDocument channel) {
        var muted = (server != null && server.muted()) || (channel != null && channel.muted());
        var ofChannel = channel == null ? null : channel.level();
        var ofServer = server == null ? null : server.level();
        return new Wish(muted, ofChannel != null ? ofChannel : ofServer != null ? ofServer : ALL);
    }
}
