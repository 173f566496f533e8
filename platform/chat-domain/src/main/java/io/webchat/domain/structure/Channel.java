package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A text channel, as far as it matters for deciding.
 *
 * @param category absent for a channel above all categories
 * @param slowMode how long a member waits between two messages; zero for not at all
 */
public record Channel(
        ChannelId id,
        String name,
        @Nullable CategoryId category,
        Duration slowMode,
        PMap<RoleId, PermissionOverride> roleOverrides,
        PMap<UserId, PermissionOverride> memberOverrides) {

    static Channel of(ChannelId id, String name, @Nullable CategoryId category) {
        return new Channel(id, name, category, Duration.ZERO, HashTreePMap.empty(), HashTreePMap.empty());
    }

    /** The form in which names are compared, also of a name that would be refused today. */
    public String nameKey() {
        return ChannelName.keyOf(name);
    }

    Channel renamed(String newName) {
        return new Channel(id, newName, category, slowMode, roleOverrides, memberOverrides);
    }

    Channel in(@Nullable CategoryId newCategory) {
        return new Channel(id, name, newCategory, slowMode, roleOverrides, memberOverrides);
    }

    Channel slowed(Duration newSlowMode) {
        return new Channel(id, name, category, newSlowMode, roleOverrides, memberOverrides);
    }

    PermissionOverride override(RoleId role) {
        return roleOverrides.getOrDefault(role, PermissionOverride.NONE);
    }

    PermissionOverride override(UserId member) {
        return memberOverrides.getOrDefault(member, PermissionOverride.NONE);
    }

    Channel with(RoleId role, PermissionOverride override) {
        var changed = override.isEmpty() ? roleOverrides.minus(role) : roleOverrides.plus(role, override);
        return new Channel(id, name, category, slowMode, changed, memberOverrides);
    }

    Channel with(UserId member, PermissionOverride override) {
        var changed = override.isEmpty() ? memberOverrides.minus(member) : memberOverrides.plus(member, override);
        return new Channel(id, name, category, slowMode, roleOverrides, changed);
    }
}
