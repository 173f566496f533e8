package io.webchat.push.watch;

import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.Frame;

/** A client that looks at something. Safe from any thread; never blocks. */
public interface Watcher {
    UserId user();

    /** Takes a frame for sending. */
    void deliver(Frame frame);
}
