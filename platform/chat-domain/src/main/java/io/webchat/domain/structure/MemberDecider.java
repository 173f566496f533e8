package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;
import static io.webchat.domain.Decision.reject;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Decides what is asked about memberships. */
final class MemberDecider {
    /**
     * With so many bans only members are banned any more: whoever replays the log keeps all bans in memory, and of
     * those who are no members anybody can name any number.
     */
    static final int MAX_BANS = 10_000;

    private MemberDecider() {}

    /** A ban comes before everything else: who is banned learns no more about the invite. */
    static Decision<StructureEvent> join(@Nullable Server server, MemberCommand.Join command) {
        var invite = server == null ? null : server.invite(command.code());
        if (server == null || invite == null) {
            return reject(Reason.UNKNOWN_INVITE, "This invite does not exist.");
        }
        if (server.hasMember(command.actor())) {
            return accept();
        }
        if (server.bans().contains(command.actor())) {
            return reject(Reason.BANNED, "You are banned from this server.");
        }
        if (invite.isExpiredAt(command.at())) {
            return reject(Reason.INVITE_EXPIRED, "This invite has expired.");
        }
        if (invite.isUsedUp()) {
            return reject(Reason.INVITE_USED_UP, "This invite was used as often as it may be.");
        }
        return accept(new MemberEvent.Joined(
                command.serverId(),
                command.actor(),
                command.code().id(),
                server.timedOutUntil(command.actor(), command.at()),
                command.at()));
    }

    private static Decision<StructureEvent> leave(Server server, MemberCommand.Leave command) {
        if (server.kind() == Server.Kind.PAIR) {
            return Refusal.ofPairs();
        }
        if (server.isOwner(command.actor())) {
            return reject(
                    Reason.OWNER_CANNOT_LEAVE, "Hand the server over to somebody else, or delete it; then you can go.");
        }
        return accept(new MemberEvent.Left(server.id(), command.actor(), command.at()));
    }

    static Decision<StructureEvent> decide(Server server, MemberCommand command) {
        return switch (command) {
            case MemberCommand.Join join -> join(server, join);
            case MemberCommand.Leave leave -> leave(server, leave);
            case MemberCommand.ChangeNickname change -> changeNickname(server, change);
            case MemberCommand.Kick kick -> kick(server, kick);
            case MemberCommand.Ban ban -> ban(server, ban);
            case MemberCommand.Unban unban -> unban(server, unban);
            case MemberCommand.TimeOut timeOut -> timeOut(server, timeOut);
            case MemberCommand.LiftTimeOut lift -> liftTimeOut(server, lift);
        };
    }

    /** One's own is one's own business; those of others below oneself belong to who manages roles. */
    private static Decision<StructureEvent> changeNickname(Server server, MemberCommand.ChangeNickname command) {
        var isOwn = command.userId().equals(command.actor());
        var refusal = isOwn ? null : refuse(server, command, command.userId(), Permission.MANAGE_ROLES);
        if (refusal != null) {
            return refusal;
        }
        var nickname = command.nickname();
        return accept(new MemberEvent.NicknameChanged(
                server.id(),
                command.userId(),
                nickname == null ? null : nickname.value(),
                command.actor(),
                command.at()));
    }

    private static Decision<StructureEvent> kick(Server server, MemberCommand.Kick command) {
        var refusal = refuse(server, command, command.userId(), Permission.KICK_MEMBERS);
        if (refusal != null) {
            return refusal;
        }
        var kicked = new MemberEvent.Kicked(server.id(), command.userId(), command.actor(), command.at());
        return explained(kicked, command.reason());
    }

    /** Also somebody who has gone, or never came. */
    private static Decision<StructureEvent> ban(Server server, MemberCommand.Ban command) {
        var actor = Standing.of(server, command);
        if (actor.lacks(Permission.BAN_MEMBERS)) {
            return Refusal.lacks(Permission.BAN_MEMBERS);
        }
        if (command.userId().equals(command.actor())
                || server.hasMember(command.userId()) && !actor.outranks(command.userId())) {
            return Refusal.outranked();
        }
        if (server.bans().contains(command.userId())) {
            return accept();
        }
        if (!server.hasMember(command.userId()) && server.bans().size() >= MAX_BANS) {
            return reject(
                    Reason.LIMIT_REACHED,
                    "There are " + MAX_BANS + " bans already, and beyond that only members can be banned.");
        }
        var banned = new MemberEvent.Banned(server.id(), command.userId(), command.actor(), command.at());
        return explained(banned, command.reason());
    }

    private static Decision<StructureEvent> unban(Server server, MemberCommand.Unban command) {
        if (Standing.of(server, command).lacks(Permission.BAN_MEMBERS)) {
            return Refusal.lacks(Permission.BAN_MEMBERS);
        }
        return server.bans().contains(command.userId())
                ? accept(new MemberEvent.Unbanned(server.id(), command.userId(), command.actor(), command.at()))
                : accept();
    }

    private static Decision<StructureEvent> timeOut(Server server, MemberCommand.TimeOut command) {
        var refusal = refuse(server, command, command.userId(), Permission.TIME_OUT_MEMBERS);
        if (refusal != null) {
            return refusal;
        }
        var timedOut =
                new MemberEvent.TimedOut(server.id(), command.userId(), command.until(), command.actor(), command.at());
        return explained(timedOut, command.reason());
    }

    /** Also that of somebody who has gone. */
    private static Decision<StructureEvent> liftTimeOut(Server server, MemberCommand.LiftTimeOut command) {
        var actor = Standing.of(server, command);
        if (actor.lacks(Permission.TIME_OUT_MEMBERS)) {
            return Refusal.lacks(Permission.TIME_OUT_MEMBERS);
        }
        var isTimedOut = server.timeOuts().containsKey(command.userId());
        if (!server.hasMember(command.userId()) && !isTimedOut) {
            return Refusal.unknownMember();
        }
        if (command.userId().equals(command.actor()) || !actor.outranks(command.userId())) {
            return Refusal.outranked();
        }
        return isTimedOut
                ? accept(new MemberEvent.TimeOutLifted(server.id(), command.userId(), command.actor(), command.at()))
                : accept();
    }

    /** Why the author of a command may not act on a member; null if they may. */
    private static @Nullable Decision<StructureEvent> refuse(
            Server server, MemberCommand command, UserId target, Permission needed) {
        var actor = Standing.of(server, command);
        if (actor.lacks(needed)) {
            return Refusal.lacks(needed);
        }
        if (!server.hasMember(target)) {
            return Refusal.unknownMember();
        }
        return actor.outranks(target) ? null : Refusal.outranked();
    }

    private static Decision<StructureEvent> explained(MemberEvent event, @Nullable ModerationReason reason) {
        return reason == null
                ? accept(event)
                : accept(
                        event,
                        new MemberEvent.ModerationExplained(
                                event.serverId(), event.userId(), reason.value(), event.actorId(), event.at()));
    }
}
