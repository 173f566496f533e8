package io.webchat.projection.store;

import java.util.List;

/** The collections of this service: all of them views, none of them needed to rebuild another. */
public final class ViewCollections {
    public static final String POSITIONS = "view_positions";
    public static final String MESSAGES = "messages";
    public static final String MESSAGE_NUMBERS = "message_numbers";
    public static final String CHANNEL_HEADS = "channel_heads";
    public static final String PINS = "pins";
    public static final String THREADS = "threads";
    public static final String SERVERS = "servers";
    public static final String MEMBERS = "members";
    public static final String INVITES = "invites";
    public static final String BANS = "bans";
    public static final String CONVERSATIONS = "conversations";
    public static final String AUDIT_ENTRIES = "audit_entries";
    public static final String AUDIT_REASONS = "audit_reasons";
    public static final String AUDIT_HEADS = "audit_heads";
    public static final String PROFILES = "profiles";

    static final List<String> ALL = List.of(
            POSITIONS,
            MESSAGES,
            MESSAGE_NUMBERS,
            CHANNEL_HEADS,
            PINS,
            THREADS,
            SERVERS,
            MEMBERS,
            INVITES,
            BANS,
            CONVERSATIONS,
            AUDIT_ENTRIES,
            AUDIT_REASONS,
            AUDIT_HEADS,
            PROFILES);

    private ViewCollections() {}
}
