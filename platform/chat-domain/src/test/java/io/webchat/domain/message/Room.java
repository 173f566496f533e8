package io.webchat.domain.message;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Ada's server: Ben looks after its messages, Cleo and Dan are plain members, Eve is none. All see general; only Ada
 * sees the office. Cleo wrote a message in general.
 */
final class Room {
    static final Instant NOW = Instant.parse("2026-01-31T12:34:56.789Z");
    static final Instant LATER = NOW.plusSeconds(60);
    static final ServerId SERVER = new ServerId(new UUID(1, 1));
    static final ChannelId GENERAL = new ChannelId(new UUID(1, 2));
    static final ChannelId OFFICE = new ChannelId(new UUID(1, 3));
    static final UserId ADA = user(1);
    static final UserId BEN = user(2);
    static final UserId CLEO = user(3);
    static final UserId DAN = user(4);
    static final UserId EVE = user(5);
    static final RoleId EVERYONE = RoleId.everyoneOf(SERVER);
    static final RoleId MODERATOR = new RoleId(new UUID(3, 1));
    static final Permissions MODERATORS =
            Permissions.of(Permission.MANAGE_MESSAGES, Permission.PIN_MESSAGES, Permission.MENTION_EVERYONE);
    static final MessageId MESSAGE = message(1);
    static final Emoji WAVE = new Emoji("👋");
    static final Attachment PHOTO =
            new Attachment(new AttachmentId(new UUID(6, 1)), new FileName("photo.png"), "image/png", 7, null, false);
    static final MessageEvent.Posted POSTED = MessageEvent.Posted.text(SERVER, GENERAL, MESSAGE, CLEO, "Hello", NOW);
    static final MessageChange.Deleted DELETED = new MessageChange.Deleted(SERVER, GENERAL, MESSAGE, CLEO, LATER);

    static final List<StructureEvent> STRUCTURE = List.of(
            new ServerEvent.Created(SERVER, "Rocket club", ADA, NOW),
            new MemberEvent.Joined(SERVER, ADA, null, NOW),
            new ChannelEvent.Created(SERVER, GENERAL, "general", ADA, NOW, null, null, null),
            new ChannelEvent.Created(SERVER, OFFICE, "office", ADA, NOW, null, null, true),
            new MemberEvent.Joined(SERVER, BEN, null, NOW),
            new MemberEvent.Joined(SERVER, CLEO, null, NOW),
            new MemberEvent.Joined(SERVER, DAN, null, NOW),
            new RoleEvent.Created(SERVER, MODERATOR, "Moderator", null, MODERATORS, ADA, NOW),
            new RoleEvent.Assigned(SERVER, MODERATOR, BEN, ADA, NOW));

    private Room() {}

    static UserId user(long number) {
        return new UserId(new UUID(2, number));
    }

    static MessageId message(long number) {
        return new MessageId(new UUID(4, number));
    }

    static MessageEvent.Posted inThread(MessageId message) {
        return new MessageEvent.Posted(SERVER, GENERAL, message, CLEO, "Hello", null, message(9), null, null, NOW);
    }

    /** Everyone loses a permission that new servers give them. */
    static StructureEvent nobodyMay(Permission permission) {
        var fewer = Permissions.BASELINE.minus(Permissions.of(permission));
        return new RoleEvent.Edited(SERVER, EVERYONE, "everyone", null, fewer, ADA, NOW);
    }

    static StructureEvent timedOut(UserId user) {
        return new MemberEvent.TimedOut(SERVER, user, LATER, ADA, NOW);
    }

    static StructureEvent slowMode(int seconds) {
        return new ChannelEvent.SlowModeChanged(SERVER, GENERAL, seconds, ADA, NOW);
    }
}
