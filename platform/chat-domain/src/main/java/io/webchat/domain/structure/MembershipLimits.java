package io.webchat.domain.structure;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many places one person may be in. A server knows its own members and nothing of where else they are, so this is
 * asked after its deciders, by who knows of the other servers.
 *
 * <p>Who is in more than that, because there was no limit or a higher one, stays where they are and gets into no other.
 * The conversations of pairs do not count: there is one per person.
 *
 * @param servers in which somebody may be a member, their own included; at least 1
 * @param groups in which somebody may be, whoever brought them in; at least 1
 */
public record MembershipLimits(int servers, int groups) {
    public MembershipLimits {
        if (servers < 1 || groups < 1) {
            throw new IllegalArgumentException("limits: " + servers + ", " + groups + " (expected: >= 1)");
        }
    }

    /** In how many places of a kind somebody is before a command. */
    @FunctionalInterface
    public interface Memberships {
        long count(UserId user, Server.Kind kind);
    }

    /** What was decided; or why not, if it would bring somebody into more places than they may be in. */
    public Decision<StructureEvent> applyTo(Decision<StructureEvent> decision, UserId actor, Memberships memberships) {
        if (decision instanceof Decision.Accepted<StructureEvent>(List<StructureEvent> events)) {
            for (var event : events) {
                var refusal = refusal(event, actor, memberships);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return decision;
    }

    private @Nullable Decision<StructureEvent> refusal(StructureEvent event, UserId actor, Memberships memberships) {
        return switch (event) {
            case MemberEvent.Joined e ->
                memberships.count(e.userId(), Server.Kind.COMMUNITY) >= servers ? tooManyServers() : null;
            case ConversationEvent.GroupStarted e -> refusal(e.userIds(), actor, memberships);
            case ConversationEvent.MemberAdded e -> refusal(List.of(e.userId()), actor, memberships);
            case ConversationEvent.PairStarted _ -> null;
            case MemberEvent.Left _,
                    MemberEvent.NicknameChanged _,
                    MemberEvent.Kicked _,
                    MemberEvent.Banned _,
                    MemberEvent.Unbanned _,
                    MemberEvent.TimedOut _,
                    MemberEvent.TimeOutLifted _,
                    MemberEvent.ModerationExplained _ -> null;
            case ServerEvent _, CategoryEvent _, ChannelEvent _, RoleEvent _, InviteEvent _ -> null;
        };
    }

    private @Nullable Decision<StructureEvent> refusal(
            Collection<UserId> people, UserId actor, Memberships memberships) {
        for (var person : people) {
            if (memberships.count(person, Server.Kind.GROUP) >= groups) {
                return person.equals(actor) ? tooManyGroups() : tooManyGroupsOfAnother();
            }
        }
        return null;
    }

    private Decision<StructureEvent> tooManyServers() {
        return Decision.reject(
                Reason.TOO_MANY_SERVERS, "You can be in " + servers + " servers at most. Leave or delete one first.");
    }

    private Decision<StructureEvent> tooManyGroups() {
        return Decision.reject(
                Reason.TOO_MANY_GROUPS, "You can be in " + groups + " group conversations at most. Leave one first.");
    }

    private Decision<StructureEvent> tooManyGroupsOfAnother() {
        return Decision.reject(
                Reason.TOO_MANY_GROUPS,
                "Somebody whom you want to bring in is in as many group conversations as one can be: " + groups + ".");
    }
}
