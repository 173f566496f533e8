package io.webchat.projection.member;

import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people are called in a server only, as far as it is known; for the capabilities that name them. */
@Component
public class Nicknames {
    private final MemberRepository members;

    Nicknames(MemberRepository members) {
        this.members = members;
    }

    /** That of a member; empty if they have none there. */
    public Optional<String> of(UserId user, ServerId server) {
        var id = MemberDocument.id(server.toString(), user.toString());
        return Optional.ofNullable(members.load(List.of(id)).get(id))
                .filter(MemberDocument::isMember)
                .map(MemberDocument::nickname);
    }
}
