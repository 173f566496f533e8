package io.webchat.domain.structure;

/**
 * What a channel changes of somebody's permissions.
 *
 * @param allow granted here
 * @param deny taken away here; nothing is in both
 */
public record PermissionOverride(Permissions allow, Permissions deny) {
    public static final PermissionOverride NONE = new PermissionOverride(Permissions.NONE, Permissions.NONE);

    public PermissionOverride {
        if (!allow.and(deny).isEmpty()) {
            throw new IllegalArgumentException("must not allow and deny the same permission");
        }
        for (var permission : allow.plus(deny).asList()) {
            if (!permission.appliesToChannel()) {
                throw new IllegalArgumentException(
                        "must not speak of \"" + permission.slug() + "\", which is not a permission of channels");
            }
        }
    }

    Permissions applyTo(Permissions permissions) {
        return permissions.minus(deny).plus(allow);
    }

    /** What both together say; a permission that one of them allows is allowed. */
    PermissionOverride plus(PermissionOverride other) {
        var allowed = allow.plus(other.allow);
        return new PermissionOverride(allowed, deny.plus(other.deny).minus(allowed));
    }

    /** What it takes away alone. */
    PermissionOverride denials() {
        return new PermissionOverride(Permissions.NONE, deny);
    }

    public boolean isEmpty() {
        return allow.isEmpty() && deny.isEmpty();
    }
}
