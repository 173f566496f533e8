package io.webchat.projection.member;

import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Since when people are members, for the answers of other views. */
@Component
public class Memberships {
    private final MemberRepository members;
    private final ViewFreshness freshness;

    Memberships(MemberRepository members, ViewFreshness freshness) {
        this.members = members;
        this.freshness = freshness;
    }

    /**
     * When somebody's memberships in these servers began; one that is not known yet is missing. Throws
     * {@code view-behind} (503) if the view does not reach what the caller has seen.
     */
    public Map<ServerId, Instant> joinedAt(UserId user, Collection<ServerId> servers, ConsistencyToken caller) {
        freshness.await(MemberRepository.VIEW, caller);
        var byId = new HashMap<String, ServerId>();
        servers.forEach(server -> byId.put(MemberDocument.id(server.toString(), user.toString()), server));
        var times = new HashMap<ServerId, Instant>();
        members.load(byId.keySet()).forEach((id, document) -> {
            var server = byId.get(id);
            var joinedAt = document.joinedAt();
            if (server != null && joinedAt != null) {
                times.put(server, joinedAt);
            }
        });
        return times;
    }
}
