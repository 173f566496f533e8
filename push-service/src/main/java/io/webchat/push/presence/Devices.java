package io.webchat.push.presence;

import io.webchat.domain.user.UserId;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.backplane.WaitingList;
import io.webchat.push.protocol.Activity;
import io.webchat.push.protocol.FrameCodec;
import io.webchat.push.protocol.PresenceChoice;
import io.webchat.push.protocol.ServerFrame;
import io.webchat.push.watch.Watcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The devices that are connected to this instance: written to Redis when they change and again and again, so that they
 * last there while the instance lives, and stand there again when Redis had lost them. Safe from any thread.
 */
final class Devices {
    private final Map<String, Device> byConnection = new ConcurrentHashMap<>();
    private final Map<UserId, Set<Device>> byUser = new ConcurrentHashMap<>();
    private final WaitingList<Device> changed;
    private final WaitingList<Device> gone;
    private final Backplane backplane;
    private final PresenceStore store;
    private final PresenceProperties properties;
    private final FrameCodec codec;

    Devices(Backplane backplane, PresenceStore store, PresenceProperties properties, FrameCodec codec) {
        this.backplane = backplane;
        this.store = store;
        this.properties = properties;
        this.codec = codec;
        this.changed = new WaitingList<>(backplane, this::write);
        this.gone = new WaitingList<>(backplane, store::remove);
    }

    /** A client says that its device is there, and whether it is used. */
    void says(Watcher client, String connection, Activity activity, PresenceChoice remembered) {
        var device = byConnection.computeIfAbsent(connection, id -> added(id, client));
        device.says(activity, remembered);
        writeSoon(device);
    }

    /** A client says how its user wants to be seen. */
    void chooses(String connection, PresenceChoice chosen) {
        var device = byConnection.get(connection);
        if (device != null) {
            device.chooses(chosen);
            writeSoon(device);
        }
    }

    /** A connection has ended. Its device stays for a while: most clients come back. */
    void left(String connection) {
        var device = byConnection.get(connection);
        if (device != null) {
            backplane.after(properties.grace(), () -> {
                if (byConnection.remove(connection, device)) {
                    byUser.computeIfPresent(device.user(), (user, devices) -> without(devices, device));
                    gone.add(device);
                }
            });
        }
    }

    /** Renews all devices. On the thread of the backplane. */
    void renew() {
        write(List.copyOf(byConnection.values()));
    }

    /** Somebody has chosen how to be seen, here or elsewhere. */
    void heard(UserId user, PersonPresence presence) {
        byUser.getOrDefault(user, Set.of()).forEach(device -> tell(device, presence));
    }

    int size() {
        return byConnection.size();
    }

    private Device added(String connection, Watcher client) {
        var device = new Device(connection, client, properties.changesPerMinute());
        byUser.compute(device.user(), (user, devices) -> with(devices, device));
        return device;
    }

    private static Set<Device> with(@Nullable Set<Device> devices, Device device) {
        var all = devices == null ? ConcurrentHashMap.<Device>newKeySet() : devices;
        all.add(device);
        return all;
    }

    private static @Nullable Set<Device> without(Set<Device> devices, Device device) {
        devices.remove(device);
        return devices.isEmpty() ? null : devices;
    }

    private void writeSoon(Device device) {
        if (device.mayChangeNow()) {
            changed.add(device);
        }
    }

    private void write(List<Device> devices) {
        devices.forEach(this::writeChoice);
        store.put(devices)
                .ifPresent(presences -> devices.forEach(device -> {
                    var presence = presences.get(device.user());
                    if (presence != null) {
                        tell(device, presence);
                    }
                }));
    }

    private void writeChoice(Device device) {
        var choosing = device.choosing();
        if (choosing != null && store.choose(device.user(), choosing).isPresent()) {
            device.chosen(choosing);
        }
    }

    private void tell(Device device, PersonPresence presence) {
        device.learns(presence, chosen -> codec.write(new ServerFrame.OwnPresence(chosen)));
    }
}
