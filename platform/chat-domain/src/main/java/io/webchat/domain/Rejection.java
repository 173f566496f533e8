package io.webchat.domain;

/**
 * Why a command was refused.
 *
 * @param reason stable and documented: clients branch on it
 * @param detail one sentence for a person, without ids
 */
public record Rejection(Reason reason, String detail) {
    /** The stable reasons. Each appears to HTTP clients as the problem type {@code urn:webchat:problem:<slug>}. */
    public enum Reason {
        /** There is no such server, or the caller may not know of it. */
        UNKNOWN_SERVER("unknown-server"),
        /** There is no such channel, or the caller may not know of it. */
        UNKNOWN_CHANNEL("unknown-channel"),
        /** The invite does not exist. */
        UNKNOWN_INVITE("unknown-invite"),
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
