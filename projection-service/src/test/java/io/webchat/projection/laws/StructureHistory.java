package io.webchat.projection.laws;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Instant;
import java.util.List;

/** Two servers, their channels, members and invites, one after the other in the same partition. */
public final class StructureHistory {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private StructureHistory() {}

    public static List<StructureEvent> ofTwoServers() {
        var rockets = new ServerId(Ids.fresh());
        var trains = new ServerId(Ids.fresh());
        var ada = new UserId(Ids.fresh());
        var ben = new UserId(Ids.fresh());
        var invite = new InviteCode("AAAAAAAAAAAAAAAA");
        return List.of(
                new ServerEvent.Created(rockets, "Rockets", ada, AT),
                new MemberEvent.Joined(rockets, ada, null, AT),
                new ServerEvent.Created(trains, "Trains", ben, AT),
                new ChannelEvent.Created(rockets, new ChannelId(Ids.fresh()), "general", ada, AT, null, null, null),
                new MemberEvent.Joined(trains, ben, null, AT),
                new InviteEvent.Created(rockets, invite, ada, AT, null, null),
                new ChannelEvent.Created(trains, new ChannelId(Ids.fresh()), "general", ben, AT, null, null, null),
                new MemberEvent.Joined(rockets, ben, invite, AT),
                new InviteEvent.Created(trains, new InviteCode("BBBBBBBBBBBBBBBB"), ben, AT, null, null),
                new MemberEvent.Joined(rockets, new UserId(Ids.fresh()), invite, AT));
    }
}
