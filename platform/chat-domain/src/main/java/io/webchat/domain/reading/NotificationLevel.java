package io.webchat.domain.reading;

import java.util.Locale;

/** What of a place somebody wants to hear of. */
public enum NotificationLevel {
    /** Every message. */
    ALL,
    /** Messages that call them. */
    MENTIONS,
    NOTHING;

    /** The level as it stands in the log and in requests. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link IllegalArgumentException} if there is no such level. */
    public static NotificationLevel ofSlug(String slug) {
        for (var level : values()) {
            if (level.slug().equals(slug)) {
                return level;
            }
        }
        throw new IllegalArgumentException("must be all, mentions or nothing");
    }
}
