package io.webchat.projection.notification;

import io.webchat.domain.message.Message;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.unread.Listening.Wish;
import java.util.Set;

/** Whether a message calls somebody: the same rule as that of the page, {@code isCalling} in {@code calling.ts}. */
final class Calling {
    private static final String NOTHING = "nothing";
    private static final String ALL = "all";

    private Calling() {}

    /**
     * Somebody who may see a message.
     *
     * @param roles theirs, without that of everyone
     * @param wish what they want to hear of its channel
     * @param follows whether they are in the thread in which it was said; true where it was said in none
     */
    record Listener(UserId user, Set<RoleId> roles, Wish wish, boolean follows) {}

    static boolean isCalling(Message message, Listener listener) {
        var wish = listener.wish();
        if (message.authorId().equals(listener.user())
                || wish.muted()
                || wish.level().equals(NOTHING)) {
            return false;
        }
        return isMentioned(message, listener) || (wish.level().equals(ALL) && listener.follows());
    }

    static boolean isMentioned(Message message, Listener listener) {
        var mentions = message.mentions();
        return mentions != null
                && (mentions.everyone()
                        || mentions.users().contains(listener.user())
                        || mentions.roles().stream().anyMatch(listener.roles()::contains));
    }
}
