package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;

/** A server of Ada's, an invite to it, and Ben, who is not in it yet. */
final class Samples {
    static final ServerId SERVER = new ServerId(new UUID(1, 1));
    static final ChannelId GENERAL = new ChannelId(new UUID(1, 2));
    static final UserId ADA = new UserId(new UUID(2, 1));
    static final UserId BEN = new UserId(new UUID(2, 2));
    static final UserId STRANGER = new UserId(new UUID(2, 99));
    static final InviteCode CODE = new InviteCode("qR7-xT2_mN9pLk4v");
    static final Instant NOW = Instant.parse("2026-01-31T12:34:56.789Z");

    static final ServerEvent.Created CREATED = new ServerEvent.Created(SERVER, "Rocket club", ADA, NOW);
    static final MemberEvent.Joined ADA_JOINED = new MemberEvent.Joined(SERVER, ADA, null, NOW);
    static final ChannelEvent.Created GENERAL_CREATED =
            new ChannelEvent.Created(SERVER, GENERAL, StructureDecider.GENERAL, ADA, NOW, null, null, null);
    static final InviteEvent.Created INVITED = new InviteEvent.Created(SERVER, CODE, ADA, NOW, null, null);
    static final MemberEvent.Joined BEN_JOINED = new MemberEvent.Joined(SERVER, BEN, CODE.id(), NOW);

    private Samples() {}
}
