package io.webchat.projection.ban;

import io.webchat.domain.structure.MemberEvent;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who is, or was, banned from a server. Bans that were lifted stay, marked as such and without their reason,
 * because a document only moves forward in the log.
 *
 * @param id the server and the user, so that a page of bans is a range of ids
 * @param isBanned false for somebody whose ban was lifted
 * @param reason absent for none
 * @param commandId of the ban: a reason with the same one is its reason
 */
@Document(ViewCollections.BANS)
record BanDocument(
        @Id String id,
        String userId,
        boolean isBanned,
        String bannedBy,
        Instant at,
        @Nullable String reason,
        @Nullable String commandId,
        long position)
        implements Positioned {

    static String id(String serverId, String userId) {
        return serverId + "/" + userId;
    }

    /** Folds an event about one user; null as long as they were never banned. */
    static @Nullable BanDocument evolve(@Nullable BanDocument state, Logged<MemberEvent> logged) {
        if (state != null && logged.nextOffset() <= state.position) {
            return state;
        }
        return switch (logged.event()) {
            case MemberEvent.Banned e ->
                new BanDocument(
                        id(e.serverId().toString(), e.userId().toString()),
                        e.userId().toString(),
                        true,
                        e.actorId().toString(),
                        e.at(),
                        null,
                        logged.commandId(),
                        logged.nextOffset());
            case MemberEvent.Unbanned e -> state == null ? null : state.lifted(logged.nextOffset());
            case MemberEvent.ModerationExplained e ->
                state == null || !state.isReasonedBy(logged.commandId())
                        ? state
                        : state.because(e.reason(), logged.nextOffset());
            case MemberEvent.Joined _, MemberEvent.Left _, MemberEvent.NicknameChanged _, MemberEvent.Kicked _ -> state;
            case MemberEvent.TimedOut _, MemberEvent.TimeOutLifted _ -> state;
        };
    }

    private boolean isReasonedBy(@Nullable String command) {
        return isBanned && command != null && Objects.equals(command, commandId);
    }

    private BanDocument because(String newReason, long newPosition) {
        return new BanDocument(id, userId, isBanned, bannedBy, at, newReason, commandId, newPosition);
    }

    private BanDocument lifted(long newPosition) {
        return new BanDocument(id, userId, false, bannedBy, at, null, null, newPosition);
    }
}
