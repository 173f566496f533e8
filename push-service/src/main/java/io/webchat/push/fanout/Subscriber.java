package io.webchat.push.fanout;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.Positions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client as the fan-out sees it. The fan-out calls while it holds the delivery, one call at a time and in the order
 * in which the client is to see the effects: implementations put a frame into a queue and return, they never block.
 */
public interface Subscriber {
    UserId user();

    /** Delivery goes on from here. */
    void ready(Positions from);

    /** Everything up to here has been handed over; from here on delivery is live, of these servers and of no others. */
    void caughtUp(Positions positions, List<ServerId> servers);

    /** An event. */
    void deliver(Frame event);

    /** From here on no more events of this server. */
    void unsubscribed(ServerId server);

    /** What it is given of which channel; null if it is given every event that it may see. */
    @Nullable
    ChannelDigest digest();

    /** Something happened in a channel that it does not watch. */
    void news(ChannelNews news);

    /** From here on all events of these channels; everything before is covered by the positions. */
    void watching(Set<ChannelId> channels, Positions covered);

    /** From here on also the events of this server; everything before is covered by the positions. */
    void subscribed(ServerId server, Positions covered);
}
