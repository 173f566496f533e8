package io.webchat.domain.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message calls, found and checked when it was written: later changes of names, roles or permissions change
 * nothing about it.
 *
 * @param users in the order of the text, each once
 * @param roles in the order of the text, each once
 * @param everyone whether all who see the channel are called
 */
public record Mentions(List<UserId> users, List<RoleId> roles, boolean everyone) {
    public Mentions {
        users = List.copyOf(users);
        roles = List.copyOf(roles);
    }

    /**
     * Whom a text calls: {@code <@user id>}, {@code <@&role id>} and {@code @everyone}, outside code. What names nobody
     * who sees the channel, or what the author may not do, is text like any other: roles and everyone take the
     * permission {@code mention-everyone}.
     *
     * @return null if it calls nobody
     */
    static @Nullable Mentions in(String content, Server server, ChannelId channel, UserId author) {
        var mayCallMany = server.permissionsIn(channel, author).contains(Permission.MENTION_EVERYONE);
        var users = new LinkedHashSet<UserId>();
        var roles = new LinkedHashSet<RoleId>();
        var everyone = false;
        for (var mention : MentionSyntax.find(content)) {
            switch (mention) {
                case MentionSyntax.OfUser(UserId user) -> {
                    if (server.maySee(channel, user)) {
                        users.add(user);
                    }
                }
                case MentionSyntax.OfRole(RoleId role) -> {
                    if (mayCallMany && isNamed(role, server)) {
                        roles.add(role);
                    }
                }
                case MentionSyntax.OfEveryone() -> everyone = everyone || mayCallMany;
            }
        }
        return users.isEmpty() && roles.isEmpty() && !everyone
                ? null
                : new Mentions(List.copyOf(users), List.copyOf(roles), everyone);
    }

    /** The role of everyone is called by {@code @everyone} only. */
    private static boolean isNamed(RoleId role, Server server) {
        return server.roles().find(role).isPresent() && !role.equals(RoleId.everyoneOf(server.id()));
    }
}
