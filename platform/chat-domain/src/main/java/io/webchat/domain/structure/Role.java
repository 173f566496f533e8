package io.webchat.domain.structure;

/**
 * A role, as far as it matters for deciding.
 *
 * @param name kept to recognise commands that change nothing
 */
public record Role(RoleId id, String name, Permissions permissions) {}
