package io.webchat.push.presence;

import io.webchat.push.protocol.PresenceChoice;
import io.webchat.push.protocol.PresenceStatus;

/**
 * How somebody is seen and has chosen to be seen.
 *
 * @param stamp of Redis's clock: of two answers about one person, the greater one is the later one, unless that clock
 *     was set back meanwhile, as when another machine takes over; until it has caught up, later answers are passed over
 */
record PersonPresence(PresenceStatus status, PresenceChoice chosen, long stamp) {
    /**
     * Reads {@code <status> <choice> <stamp>}. Throws {@link IllegalArgumentException} on anything else, which another
     * version of this service may have written.
     */
    static PersonPresence parse(String text) {
        var words = text.split(" ");
        if (words.length != 3) {
            throw new IllegalArgumentException("presence: \"" + text + "\" (expected: status, choice and stamp)");
        }
        return new PersonPresence(PresenceStatus.of(words[0]), PresenceChoice.of(words[1]), Long.parseLong(words[2]));
    }
}
