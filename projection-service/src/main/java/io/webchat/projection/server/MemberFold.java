package io.webchat.projection.server;

import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.user.UserId;

/** What memberships change of the server that people see: with one, what channels allow the member ends. */
final class MemberFold {
    private MemberFold() {}

    static ServerDocument evolve(ServerDocument state, MemberEvent event) {
        return switch (event) {
            case MemberEvent.Left e -> without(state, e.userId());
            case MemberEvent.Kicked e -> without(state, e.userId());
            case MemberEvent.Banned e -> without(state, e.userId());
            case MemberEvent.Joined e -> state;
            case MemberEvent.NicknameChanged e -> state;
            case MemberEvent.Unbanned e -> state;
            case MemberEvent.TimedOut e -> state;
            case MemberEvent.TimeOutLifted e -> state;
            case MemberEvent.ModerationExplained e -> state;
        };
    }

    private static ServerDocument without(ServerDocument state, UserId user) {
        return state.withChannels(ChannelFold.withoutAllowances(state.channels(), user.toString()));
    }
}
