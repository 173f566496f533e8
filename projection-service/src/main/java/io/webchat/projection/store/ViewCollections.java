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
    public static final String TALLIES = "tallies";
    public static final String CALLS = "calls";
    public static final String THREAD_MEMBERSHIPS = "thread_memberships";
    public static final String READ_MARKS = "read_marks";
    public static final String NOTIFICATION_WISHES = "notification_wishes";
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
            TALLIES,
            CALLS,
            THREAD_MEMBERSHIPS,
            READ_MARKS,
            NOTIFICATION_WISHES,
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
