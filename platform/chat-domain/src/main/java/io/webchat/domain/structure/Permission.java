package io.webchat.domain.structure;

import java.util.Locale;

/**
 * What a member may be allowed to do. The order is that of the wire, where a set of permissions is a sorted list.
 *
 * <p>The first group has a meaning in each channel and can be changed there by overrides; the others hold for the whole
 * server.
 */
public enum Permission {
    VIEW_CHANNEL,
    SEND_MESSAGES,
    ATTACH_FILES,
    ADD_REACTIONS,
    MENTION_EVERYONE,
    PIN_MESSAGES,
    CREATE_THREADS,
    MANAGE_MESSAGES,
    MANAGE_CHANNELS,
    MANAGE_ROLES,
    CREATE_INVITES,
    MANAGE_SERVER,
    KICK_MEMBERS,
    BAN_MEMBERS,
    TIME_OUT_MEMBERS,
    VIEW_AUDIT_LOG,
    /** Everything, in every channel, whatever the overrides say. Not above those who outrank its holder. */
    ADMINISTRATOR;

    /** The name on the wire, in kebab case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws {@link IllegalArgumentException} if there is no such permission. */
    public static Permission ofSlug(String slug) {
        for (var permission : values()) {
            if (permission.slug().equals(slug)) {
                return permission;
            }
        }
        throw new IllegalArgumentException("must be a permission, such as \"" + VIEW_CHANNEL.slug() + "\"");
    }

    /** Whether an override of a channel may speak of it. */
    public boolean appliesToChannel() {
        return compareTo(MANAGE_ROLES) <= 0;
    }
}
