package io.webchat.command.member;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.Rejection;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joins a server by an invite. */
@RestController
class JoinEndpoint {
    private final StructureCommands commands;
    private final CurrentStructure structure;

    JoinEndpoint(StructureCommands commands, CurrentStructure structure) {
        this.commands = commands;
        this.structure = structure;
    }

    @PostMapping("/api/invites/{code}/join")
    ResponseEntity<JoinedServer> joinServer(@PathVariable String code, Caller caller) {
        var invite = known(code);
        var done = commands.execute(
                caller,
                "join",
                invite,
                request ->
                        new MemberCommand.Join(serverOf(invite, caller.seen()), invite, request.actor(), request.at()));
        return done.ok(new JoinedServer(done.outcome().serverId()));
    }

    private ServerId serverOf(InviteCode code, ConsistencyToken caller) {
        return find(code, caller).map(Server::id).orElseThrow(JoinEndpoint::unknown);
    }

    /**
     * An invite travels faster between people than this replica may be: what it does not know is looked up once more.
     */
    private Optional<Server> find(InviteCode code, ConsistencyToken caller) {
        return structure
                .asOf(caller)
                .serverOf(code)
                .or(() -> structure.asOfNow().serverOf(code));
    }

    /** A text that cannot be a code is an invite that does not exist, not a malformed request. */
    private static InviteCode known(String code) {
        try {
            return new InviteCode(code);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.rejected(new Rejection(Rejection.Reason.UNKNOWN_INVITE, "This invite does not exist."));
    }

    record JoinedServer(ServerId serverId) {}
}
