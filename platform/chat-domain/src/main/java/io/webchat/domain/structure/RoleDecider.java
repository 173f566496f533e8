package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;
import static io.webchat.domain.Decision.reject;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what is asked of roles. Nobody touches a role as high as their own, and nobody grants what they lack. */
final class RoleDecider {
    private RoleDecider() {}

    static Decision<StructureEvent> decide(Server server, RoleCommand command) {
        var actor = Standing.of(server, command);
        if (actor.lacks(Permission.MANAGE_ROLES)) {
            return Refusal.lacks(Permission.MANAGE_ROLES);
        }
        return switch (command) {
            case RoleCommand.Create create -> create(actor, create);
            case RoleCommand.Edit edit -> edit(actor, edit);
            case RoleCommand.Reorder reorder -> reorder(actor, reorder);
            case RoleCommand.Delete delete -> delete(actor, delete);
            case RoleCommand.Assign assign -> assign(actor, assign);
            case RoleCommand.Withdraw withdraw -> withdraw(actor, withdraw);
        };
    }

    private static Decision<StructureEvent> create(Standing actor, RoleCommand.Create command) {
        var roles = actor.server().roles();
        if (roles.contains(command.roleId())) {
            return Refusal.exists();
        }
        if (roles.order().size() >= Roles.MAX) {
            return Refusal.limit(Roles.MAX, "roles");
        }
        var excess = actor.excess(command.permissions());
        if (!excess.isEmpty()) {
            return Refusal.grantsTooMuch(excess);
        }
        return accept(new RoleEvent.Created(
                command.serverId(),
                command.roleId(),
                command.name().value(),
                command.color(),
                command.permissions(),
                command.actor(),
                command.at()));
    }

    private static Decision<StructureEvent> edit(Standing actor, RoleCommand.Edit command) {
        var role = actor.server().roles().byId().get(command.roleId());
        if (role == null) {
            return Refusal.unknownRole();
        }
        if (!actor.outranks(role.id())) {
            return Refusal.outranked();
        }
        var excess = actor.excess(command.permissions().minus(role.permissions()));
        if (!excess.isEmpty()) {
            return Refusal.grantsTooMuch(excess);
        }
        var isEveryone = role.id().equals(actor.server().roles().everyone());
        return accept(new RoleEvent.Edited(
                command.serverId(),
                role.id(),
                isEveryone ? role.name() : command.name().value(),
                command.color(),
                command.permissions(),
                command.actor(),
                command.at()));
    }

    private static Decision<StructureEvent> reorder(Standing actor, RoleCommand.Reorder command) {
        var before = actor.server().roles().order().reversed();
        var after = command.roleIds();
        if (after.size() != before.size() || !new HashSet<>(after).equals(new HashSet<>(before))) {
            return reject(Reason.OUTDATED_ORDER, "The order does not name all the roles that there are now.");
        }
        for (var i = 0; i < after.size(); i++) {
            if (!actor.outranks(before.get(i)) && !before.get(i).equals(after.get(i))) {
                return Refusal.outranked();
            }
        }
        return List.copyOf(before).equals(after)
                ? accept()
                : accept(new RoleEvent.Reordered(command.serverId(), after, command.actor(), command.at()));
    }

    private static Decision<StructureEvent> delete(Standing actor, RoleCommand.Delete command) {
        var roles = actor.server().roles();
        if (!roles.contains(command.roleId()) || command.roleId().equals(roles.everyone())) {
            return Refusal.unknownRole();
        }
        return actor.outranks(command.roleId())
                ? accept(new RoleEvent.Deleted(command.serverId(), command.roleId(), command.actor(), command.at()))
                : Refusal.outranked();
    }

    private static Decision<StructureEvent> assign(Standing actor, RoleCommand.Assign command) {
        var refusal = refuse(actor, command.roleId(), command.userId());
        if (refusal != null) {
            return refusal;
        }
        var excess = actor.excess(actor.server().roles().permissionsOf(command.roleId()));
        if (!excess.isEmpty()) {
            return Refusal.grantsTooMuch(excess);
        }
        return member(actor, command.userId()).roles().contains(command.roleId())
                ? accept()
                : accept(new RoleEvent.Assigned(
                        command.serverId(), command.roleId(), command.userId(), command.actor(), command.at()));
    }

    private static Decision<StructureEvent> withdraw(Standing actor, RoleCommand.Withdraw command) {
        var refusal = refuse(actor, command.roleId(), command.userId());
        if (refusal != null) {
            return refusal;
        }
        return member(actor, command.userId()).roles().contains(command.roleId())
                ? accept(new RoleEvent.Withdrawn(
                        command.serverId(), command.roleId(), command.userId(), command.actor(), command.at()))
                : accept();
    }

    /** Why the actor may neither give this role to this member nor take it; null if they may. */
    private static @Nullable Decision<StructureEvent> refuse(Standing actor, RoleId role, UserId user) {
        var server = actor.server();
        if (!server.roles().contains(role) || role.equals(server.roles().everyone())) {
            return Refusal.unknownRole();
        }
        if (!server.hasMember(user)) {
            return Refusal.unknownMember();
        }
        // On oneself one acts with roles below one's own highest.
        var acts = actor.outranks(role) && (user.equals(actor.user()) || actor.outranks(user));
        return acts ? null : Refusal.outranked();
    }

    private static Member member(Standing actor, UserId user) {
        return actor.server().members().getOrDefault(user, Member.PLAIN);
    }
}
