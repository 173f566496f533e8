package io.webchat.support.webpush;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * That people are to be called by a notification.
 *
 * @param users whom; everybody is called on each device that can be reached
 * @param topic of notifications that one takes the place of another, as far as nobody has seen it
 * @param isUrgent whether a device is to be woken for it
 * @param at when that happened which it tells of
 * @param notification what the browser is given: JSON
 */
public record PushCall(List<UserId> users, String topic, boolean isUrgent, Instant at, String notification) {
    public PushCall {
        users = List.copyOf(users);
    }

    /** Without what somebody wrote. */
    @Override
    public String toString() {
        return "PushCall[" + users.size() + " users, " + topic + "]";
    }
}
