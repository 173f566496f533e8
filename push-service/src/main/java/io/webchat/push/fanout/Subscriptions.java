package io.webchat.push.fanout;

import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.entitlement.Audience;
import io.webchat.push.entitlement.Entitlements;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which clients of this instance follow which server, and who of them is among which audience. That is worked out once
 * for as long as neither the server nor who follows it changes: a message costs nothing for those it is not for, and no
 * look at permissions for those it is for. Not thread-safe: whoever delivers guards it.
 */
final class Subscriptions {
    private final Entitlements entitlements;
    private final Map<ServerId, Set<Subscriber>> byServer = new HashMap<>();
    private final Map<UserId, Set<Subscriber>> byUser = new HashMap<>();
    private final Map<Subscriber, Set<ServerId>> servers = new HashMap<>();
    private final Map<ServerId, Map<Audience, List<Subscriber>>> audiences = new HashMap<>();
    private int size;

    Subscriptions(Entitlements entitlements) {
        this.entitlements = entitlements;
    }

    void add(Subscriber subscriber, Collection<ServerId> follows) {
        byUser.computeIfAbsent(subscriber.user(), user -> new LinkedHashSet<>()).add(subscriber);
        servers.putIfAbsent(subscriber, new LinkedHashSet<>());
        follows.forEach(server -> follow(subscriber, server));
    }

    void follow(Subscriber subscriber, ServerId server) {
        if (byServer.computeIfAbsent(server, id -> new LinkedHashSet<>()).add(subscriber)) {
            servers.computeIfAbsent(subscriber, s -> new LinkedHashSet<>()).add(server);
            audiences.remove(server);
            size++;
        }
    }

    /** Whether it had followed. */
    boolean unfollow(Subscriber subscriber, ServerId server) {
        var followed = servers.get(subscriber);
        if (followed == null || !followed.remove(server)) {
            return false;
        }
        remove(byServer, server, subscriber);
        audiences.remove(server);
        size--;
        return true;
    }

    void remove(Subscriber subscriber) {
        var followed = servers.remove(subscriber);
        if (followed == null) {
            return;
        }
        size -= followed.size();
        followed.forEach(server -> {
            remove(byServer, server, subscriber);
            audiences.remove(server);
        });
        remove(byUser, subscriber.user(), subscriber);
    }

    boolean contains(Subscriber subscriber) {
        return servers.containsKey(subscriber);
    }

    Collection<Subscriber> of(ServerId server) {
        return byServer.getOrDefault(server, Set.of());
    }

    /** Those who follow a server and may see what is for an audience. */
    Collection<Subscriber> of(ServerId server, Audience audience) {
        var followers = of(server);
        return followers.isEmpty()
                ? followers
                : audiences
                        .computeIfAbsent(server, id -> new HashMap<>())
                        .computeIfAbsent(
                                audience,
                                who -> followers.stream()
                                        .filter(subscriber -> entitlements.maySee(subscriber.user(), server, who))
                                        .toList());
    }

    /** The state of a server has changed, and perhaps who may see what. */
    void changed(ServerId server) {
        audiences.remove(server);
    }

    Collection<Subscriber> of(UserId user) {
        return byUser.getOrDefault(user, Set.of());
    }

    /** How many pairs of a client and a server there are. */
    int size() {
        return size;
    }

    private static <K> void remove(Map<K, Set<Subscriber>> index, K key, Subscriber subscriber) {
        index.computeIfPresent(key, (k, subscribers) -> {
            subscribers.remove(subscriber);
            return subscribers.isEmpty() ? null : subscribers;
        });
    }
}
