package io.webchat.projection.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The collections of this service: all of them views, none of them needed to rebuild another. */
public final class ViewCollections {
    public static final String POSITIONS = "view_positions";
    public static final String MESSAGES = "messages";
    public static final String MESSAGE_NUMBERS = "message_numbers";
    public static final String MESSAGE_EDITS = "message_edits";
    public static final String MESSAGE_COMMANDS = "message_commands";
    public static final String CHANNEL_HEADS = "channel_heads";
    public static final String PINS = "pins";
    public static final String PIN_SPANS = "pin_spans";
    public static final String THREADS = "threads";
    public static final String TALLIES = "tallies";
    public static final String CALLS = "calls";
    public static final String THREAD_MEMBERSHIPS = "thread_memberships";
    public static final String READ_MARKS = "read_marks";
    public static final String NOTIFICATION_WISHES = "notification_wishes";
    public static final String SERVERS = "servers";
    public static final String MEMBERS = "members";
    public static final String CHANNEL_PAST = "channel_past";
    public static final String MEMBERSHIP_PAST = "membership_past";
    public static final String INVITES = "invites";
    public static final String BANS = "bans";
    public static final String CONVERSATIONS = "conversations";
    public static final String AUDIT_ENTRIES = "audit_entries";
    public static final String AUDIT_REASONS = "audit_reasons";
    public static final String AUDIT_HEADS = "audit_heads";
    public static final String PROFILES = "profiles";

    /** Which dead letters were to be replayed, and what became of it. */
    public static final String REPLAYS = "dead_letter_replays";

    /** Which generations of the views there are. */
    static final String GENERATIONS = "view_generations";

    private static final Map<String, List<String>> BY_VIEW = Map.of(
            "timeline",
            List.of(
                    MESSAGES,
                    MESSAGE_NUMBERS,
                    MESSAGE_EDITS,
                    MESSAGE_COMMANDS,
                    CHANNEL_HEADS,
                    PINS,
                    PIN_SPANS,
                    THREADS,
                    TALLIES,
                    CALLS,
                    THREAD_MEMBERSHIPS),
            "reads",
            List.of(READ_MARKS, NOTIFICATION_WISHES),
            "servers",
            List.of(SERVERS),
            "members",
            List.of(MEMBERS),
            "past",
            List.of(CHANNEL_PAST, MEMBERSHIP_PAST),
            "invites",
            List.of(INVITES),
            "bans",
            List.of(BANS),
            "conversations",
            List.of(CONVERSATIONS),
            "audit",
            List.of(AUDIT_ENTRIES, AUDIT_REASONS, AUDIT_HEADS),
            "profiles",
            List.of(PROFILES));

    private static final Map<String, String> VIEW_OF = BY_VIEW.entrySet().stream()
            .flatMap(view -> view.getValue().stream().map(collection -> Map.entry(collection, view.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The names of all views. */
    static Set<String> views() {
        return BY_VIEW.keySet();
    }

    /** Whether a collection is a view's, of whichever generation, or says where views are. */
    static boolean isOfViews(String collection) {
        var first = collection.replaceFirst("\\.\\d+$", "");
        return Set.of(POSITIONS, REPLAYS, GENERATIONS).contains(first) || VIEW_OF.containsKey(first);
    }

    /** The view that a collection, by its first generation's name, belongs to. */
    static Optional<String> viewOf(String collection) {
        return Optional.ofNullable(VIEW_OF.get(collection));
    }

    /** The collections of a view, by the names of the first generation. Throws if there is no such view. */
    public static List<String> of(String view) {
        var collections = BY_VIEW.get(view);
        if (collections == null) {
            throw new IllegalArgumentException("view: " + view + " (expected: one of " + BY_VIEW.keySet() + ")");
        }
        return collections;
    }

    private ViewCollections() {}
}
