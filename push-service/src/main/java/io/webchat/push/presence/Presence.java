package io.webchat.push.presence;

import io.webchat.domain.user.UserId;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.protocol.Activity;
import io.webchat.push.protocol.PresenceChoice;
import io.webchat.push.watch.Watcher;
import java.util.Set;

/**
 * Who is there, over all devices and instances, for those who share a server or a conversation with them.
 *
 * <p><b>Guarantees.</b> How somebody is seen follows from all their devices at all instances; changes of one person
 * arrive in their order; nothing is said about somebody to a client that shares nothing with them at that moment. An
 * instance that dies takes its devices with it within the time to live. <b>Limits.</b> Without Redis nobody is seen to
 * be there, after a time to live; it comes back by itself. Nothing here blocks, whatever Redis does.
 */
public final class Presence {
    private final Devices devices;
    private final PresenceWatch watch;

    Presence(Backplane backplane, PresenceProperties properties, Devices devices, PresenceWatch watch) {
        this.devices = devices;
        this.watch = watch;
        backplane.listen(PresenceStore.CHANGES, this::heard);
        backplane.every(properties.interval(), devices::renew);
        backplane.every(properties.interval(), watch::refresh);
    }

    /**
     * A device is there, and used or not.
     *
     * @param connection tells the devices of a user apart
     * @param remembered how the user wants to be seen, as far as the client knows; counts where nothing else is known
     */
    public void says(Watcher client, String connection, Activity activity, PresenceChoice remembered) {
        devices.says(client, connection, activity, remembered);
    }

    /** A user wants to be seen like this on all devices. Ignored from a device that has not said that it is there. */
    public void chooses(String connection, PresenceChoice chosen) {
        devices.chooses(connection, chosen);
    }

    /** From here on a client watches these people and no others. */
    public void watch(Watcher client, Set<UserId> users) {
        watch.replace(client, users);
    }

    /** A client has gone; may be called again. */
    public void left(Watcher client, String connection) {
        watch.remove(client);
        devices.left(connection);
    }

    private void heard(String message) {
        var user = message.substring(0, Math.max(0, message.indexOf(' ')));
        var presence = PersonPresence.parse(message.substring(user.length() + 1));
        devices.heard(UserId.parse(user), presence);
        watch.heard(UserId.parse(user), presence);
    }
}
