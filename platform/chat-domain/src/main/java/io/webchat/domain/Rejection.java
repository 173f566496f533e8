package io.webchat.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was refused.
 *
 * @param reason stable and documented: clients branch on it
 * @param detail one sentence for a person, without ids
 */
public record Rejection(Reason reason, String detail) {
    /** Of every command and query about a channel: whoever may not see it learns no more than that. */
    public static final Rejection UNKNOWN_CHANNEL =
            new Rejection(Reason.UNKNOWN_CHANNEL, "There is no such channel, or you may not see it.");

    /** Of every command that somebody may not give while they are timed out. */
    public static Rejection timedOut(@Nullable Instant until) {
        return new Rejection(Reason.TIMED_OUT, "You are timed out until " + until + ".");
    }

    /** The stable reasons. Each appears to HTTP clients as the problem type {@code urn:webchat:problem:<slug>}. */
    public enum Reason {
        /** There is no such server, or the caller may not know of it. */
        UNKNOWN_SERVER("unknown-server"),
        /** There is no such channel, or the caller may not know of it. */
        UNKNOWN_CHANNEL("unknown-channel"),
        /** There is no such category. */
        UNKNOWN_CATEGORY("unknown-category"),
        /** There is no such role. */
        UNKNOWN_ROLE("unknown-role"),
        /** The user is not a member of the server. */
        UNKNOWN_MEMBER("unknown-member"),
        /** There is no such message in the channel, or it was deleted. */
        UNKNOWN_MESSAGE("unknown-message"),
        /** The message has no thread. */
        UNKNOWN_THREAD("unknown-thread"),
        /** The invite does not exist, or no longer. */
        UNKNOWN_INVITE("unknown-invite"),
        /** The invite's time is over. */
        INVITE_EXPIRED("invite-expired"),
        /** The invite was used as often as it may be. */
        INVITE_USED_UP("invite-used-up"),
        /** The caller lacks a permission that the command needs, or wants to grant one that they lack. */
        MISSING_PERMISSION("missing-permission"),
        /** The member or role stands as high as the caller, or higher. */
        OUTRANKED("outranked"),
        /** The caller is banned from the server. */
        BANNED("banned"),
        /** The caller is timed out: they may read, take back what they did, and go, and no more. */
        TIMED_OUT("timed-out"),
        /** In this channel everybody waits between two messages, and the caller's time is not over. */
        SLOW_MODE("slow-mode"),
        /** The owner hands the server over or deletes it; they cannot leave it. */
        OWNER_CANNOT_LEAVE("owner-cannot-leave"),
        /** Another channel or category of the server has this name. */
        CHANNEL_NAME_TAKEN("channel-name-taken"),
        /** The order does not name what there is now: it changed meanwhile. */
        OUTDATED_ORDER("outdated-order"),
        /** The message was edited meanwhile. */
        EDIT_CONFLICT("edit-conflict"),
        /** There are as many as there may be. */
        LIMIT_REACHED("limit-reached"),
        /** Somebody is in as many servers as one may be in. */
        TOO_MANY_SERVERS("too-many-servers"),
        /** Somebody is in as many group conversations as one may be in. */
        TOO_MANY_GROUPS("too-many-groups"),
        /** The command makes something under an id that is already in use. */
        ALREADY_EXISTS("already-exists");

        private final String slug;

        Reason(String slug) {
            this.slug = slug;
        }

        /** The reason as it stands in URIs and on the wire, in kebab case. */
        public String slug() {
            return slug;
        }

        /** Throws {@link IllegalArgumentException} if there is no such reason. */
        public static Reason ofSlug(String slug) {
            for (var reason : values()) {
                if (reason.slug.equals(slug)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("rejection reason: \"" + slug + "\" (expected: a known slug)");
        }
    }
}
