package io.webchat.domain.message;

import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reacted to a message, and how. Immutable.
 *
 * @param all one per emoji, as it was written first, in the order of the first reaction with each
 */
public record Reactions(List<Reaction> all) {
    /** How many different emoji a message may have. */
    public static final int MAX_EMOJI = 20;

    /**
     * How many reactions a message may have, of all people and with all emoji together: so a message has a largest size
     * wherever it is kept, folded or looked at.
     */
    public static final int MAX = 5_000;

    public static final Reactions NONE = new Reactions(List.of());

    /**
     * All reactions with one emoji.
     *
     * @param userIds in the order of their reactions, each once; never empty
     */
    public record Reaction(Emoji emoji, List<UserId> userIds) {
        public Reaction {
            userIds = List.copyOf(userIds);
        }
    }

    public Reactions {
        all = List.copyOf(all);
    }

    public boolean has(Emoji emoji, UserId user) {
        return of(emoji).contains(user);
    }

    /** Whether a reaction of one more person with an emoji still fits. */
    public boolean hasRoomFor(Emoji emoji) {
        return count() < MAX && (all.size() < MAX_EMOJI || !of(emoji).isEmpty());
    }

    /** How many there are of all people and with all emoji together. */
    public int count() {
        return all.stream().mapToInt(reaction -> reaction.userIds().size()).sum();
    }

    private List<UserId> of(Emoji emoji) {
        return all.stream()
                .filter(reaction -> reaction.emoji().looksLike(emoji))
                .map(Reaction::userIds)
                .findFirst()
                .orElse(List.of());
    }

    /** Of several that race for the last place the first in the log gets it. */
    Reactions with(Emoji emoji, UserId user) {
        var users = of(emoji);
        return users.contains(user) || !hasRoomFor(emoji) ? this : with(emoji, Lists.plus(users, user));
    }

    Reactions without(Emoji emoji, UserId user) {
        return with(emoji, Lists.minus(of(emoji), user));
    }

    private Reactions with(Emoji emoji, List<UserId> users) {
        var changed = new ArrayList<Reaction>();
        var found = false;
        for (var reaction : all) {
            if (!reaction.emoji().looksLike(emoji)) {
                changed.add(reaction);
            } else {
                found = true;
                if (!users.isEmpty()) {
                    changed.add(new Reaction(reaction.emoji(), users));
                }
            }
        }
        if (!found && !users.isEmpty()) {
            changed.add(new Reaction(emoji, users));
        }
        return new Reactions(changed);
    }
}
