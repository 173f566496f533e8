package io.webchat.domain.structure;

import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.ADA_JOINED;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.BEN_JOINED;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.CREATED;
import static io.webchat.domain.structure.Samples.GENERAL_CREATED;
import static io.webchat.domain.structure.Samples.INVITED;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;

import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Ada's club: Ben is its guard, above Cleo, the helper; Dan is a plain member and Eve is none. */
final class Club {
    static final UserId CLEO = new UserId(new UUID(2, 3));
    static final UserId DAN = new UserId(new UUID(2, 4));
    static final UserId EVE = new UserId(new UUID(2, 5));
    static final RoleId EVERYONE = RoleId.everyoneOf(SERVER);
    static final RoleId GUARD = new RoleId(new UUID(3, 1));
    static final RoleId HELPER = new RoleId(new UUID(3, 2));
    static final Permissions GUARDS = Permissions.of(
            Permission.MANAGE_CHANNELS,
            Permission.MANAGE_ROLES,
            Permission.KICK_MEMBERS,
            Permission.BAN_MEMBERS,
            Permission.TIME_OUT_MEMBERS,
            Permission.VIEW_AUDIT_LOG);
    static final Permissions HELPERS = Permissions.of(Permission.KICK_MEMBERS);

    private Club() {}

    /** What happened until now, and then these. */
    static StructureEvent[] and(StructureEvent... more) {
        var history = new ArrayList<StructureEvent>(List.of(
                CREATED,
                ADA_JOINED,
                GENERAL_CREATED,
                INVITED,
                BEN_JOINED,
                new MemberEvent.Joined(SERVER, CLEO, CODE.id(), NOW),
                new MemberEvent.Joined(SERVER, DAN, CODE.id(), NOW),
                new RoleEvent.Created(SERVER, GUARD, "Guard", null, GUARDS, ADA, NOW),
                // The newest role is the lowest.
                new RoleEvent.Created(SERVER, HELPER, "Helper", null, HELPERS, ADA, NOW),
                new RoleEvent.Assigned(SERVER, GUARD, BEN, ADA, NOW),
                new RoleEvent.Assigned(SERVER, HELPER, CLEO, ADA, NOW)));
        history.addAll(Arrays.asList(more));
        return history.toArray(StructureEvent[]::new);
    }
}
