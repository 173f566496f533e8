package io.webchat.push.fanout;

import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.Positions;
import java.util.List;

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

    /** From here on also the events of this server; everything before is covered by the positions. */
    void subscribed(ServerId server, Positions covered);
}
