package io.webchat.log;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message calls, as the header {@code ce_mentions}: {@code @everyone}, {@code @<user id>} and {@code @&<role
 * id>}, with a space between. Who passes a message on need not read it to know whom it concerns.
 */
final class MentionHeader {
    private static final String EVERYONE = "@everyone";
    private static final String USER = "@";
    private static final String ROLE = "@&";

    private MentionHeader() {}

    /** Empty if it calls nobody. */
    static Optional<String> of(MessageEvent event) {
        return Optional.ofNullable(mentionsOf(event)).map(MentionHeader::write);
    }

    /** Of what this version does not know, later kinds of mentions for instance, nothing is said. */
    static Mentions read(String header) {
        var users = new ArrayList<UserId>();
        var roles = new ArrayList<RoleId>();
        var everyone = false;
        for (var called : header.split(" ")) {
            if (called.equals(EVERYONE)) {
                everyone = true;
            } else if (called.startsWith(ROLE)) {
                id(called.substring(ROLE.length()), RoleId::parse).ifPresent(roles::add);
            } else if (called.startsWith(USER)) {
                id(called.substring(USER.length()), UserId::parse).ifPresent(users::add);
            }
        }
        return new Mentions(users, roles, everyone);
    }

    private static <T> Optional<T> id(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String write(Mentions mentions) {
        var called = new StringJoiner(" ");
        if (mentions.everyone()) {
            called.add(EVERYONE);
        }
        mentions.users().forEach(user -> called.add(USER + user));
        mentions.roles().forEach(role -> called.add(ROLE + role));
        return called.toString();
    }

    private static @Nullable Mentions mentionsOf(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted posted -> posted.mentions();
            case MessageChange.Edited edited -> edited.mentions();
            case MessageChange.Deleted _, MessageChange.ReactionAdded _, MessageChange.ReactionRemoved _ -> null;
            case PinEvent _, ThreadEvent _ -> null;
        };
    }
}
