package io.webchat.domain.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of permissions. Immutable; equal sets are equal.
 *
 * @param bits one per permission, by its ordinal; never on the wire
 */
public record Permissions(int bits) {
    public static final Permissions NONE = new Permissions(0);
    public static final Permissions ALL = new Permissions((1 << Permission.values().length) - 1);

    /** What everyone may do in a new server. */
    public static final Permissions BASELINE = of(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.ATTACH_FILES,
            Permission.ADD_REACTIONS,
            Permission.CREATE_THREADS,
            Permission.CREATE_INVITES);

    /** What each participant of a direct conversation may do: everything but govern the others. */
    public static final Permissions CONVERSATION = of(
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.ATTACH_FILES,
            Permission.ADD_REACTIONS,
            Permission.MENTION_EVERYONE,
            Permission.PIN_MESSAGES,
            Permission.CREATE_THREADS);

    public static Permissions of(Permission... permissions) {
        return of(List.of(permissions));
    }

    public static Permissions of(Iterable<Permission> permissions) {
        var bits = 0;
        for (var permission : permissions) {
            bits |= 1 << permission.ordinal();
        }
        return new Permissions(bits);
    }

    public boolean contains(Permission permission) {
        return (bits & 1 << permission.ordinal()) != 0;
    }

    public boolean containsAll(Permissions others) {
        return (others.bits & ~bits) == 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public Permissions plus(Permissions others) {
        return new Permissions(bits | others.bits);
    }

    public Permissions minus(Permissions others) {
        return new Permissions(bits & ~others.bits);
    }

    /** Those that are in both. */
    public Permissions and(Permissions others) {
        return new Permissions(bits & others.bits);
    }

    /** In the order of the wire. */
    public List<Permission> asList() {
        var list = new ArrayList<Permission>();
        for (var permission : Permission.values()) {
            if (contains(permission)) {
                list.add(permission);
            }
        }
        return List.copyOf(list);
    }

    @Override
    public String toString() {
        return asList().toString();
    }
}
