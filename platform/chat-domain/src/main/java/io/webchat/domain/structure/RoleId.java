package io.webchat.domain.structure;

import io.webchat.domain.CanonicalUuid;
import java.util.UUID;

/** Identifies a role for ever. */
public record RoleId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static RoleId parse(String text) {
        return new RoleId(CanonicalUuid.parse(text));
    }

    /** The role that every member of a server has: its id is the server's. */
    public static RoleId everyoneOf(ServerId server) {
        return new RoleId(server.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
