package io.webchat.push.fanout;

import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.entitlement.Audience;

/** Whom an event is for. */
public sealed interface Recipients {
    /** Those members of a server who are its audience. */
    record Members(ServerId server, Audience audience) implements Recipients {}

    /** One person alone, on all their devices. */
    record Only(UserId user) implements Recipients {}

    /** Whoever shares a server or a conversation with a person, and that person. */
    record Acquaintances(UserId person) implements Recipients {}
}
