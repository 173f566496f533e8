package io.webchat.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Members of a server in the order of their ids.
 *
 * @param next where the next page begins; null on the last one
 */
public record MemberPage(
        List<UserProfile> members, @Nullable UUID next) {}
