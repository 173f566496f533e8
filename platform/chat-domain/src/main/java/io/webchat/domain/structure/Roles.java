package io.webchat.domain.structure;

import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The roles of one server and their ranks. Immutable.
 *
 * @param order from the lowest to the highest, without the role of everyone, which is below all
 */
public record Roles(RoleId everyone, PMap<RoleId, Role> byId, PVector<RoleId> order) {
    /** How many roles a server may have beside that of everyone. */
    public static final int MAX = 250;

    private static final String EVERYONE = "everyone";

    /** Those of a new server: that of everyone. */
    static Roles ofNew(ServerId server, Permissions baseline) {
        var everyone = RoleId.everyoneOf(server);
        return new Roles(
                everyone,
                HashTreePMap.singleton(everyone, new Role(everyone, EVERYONE, baseline)),
                TreePVector.empty());
    }

    public Optional<Role> find(RoleId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean contains(RoleId id) {
        return byId.containsKey(id);
    }

    /** 0 for everyone, 1 for the lowest of the others, and so on upwards; -1 for a role that does not exist. */
    public int rank(RoleId id) {
        if (id.equals(everyone)) {
            return 0;
        }
        var index = order.indexOf(id);
        return index < 0 ? -1 : index + 1;
    }

    Permissions permissionsOf(RoleId id) {
        var role = byId.get(id);
        return role == null ? Permissions.NONE : role.permissions();
    }

    /** A new role begins as the lowest, so that it outranks nobody. */
    Roles withLowest(Role role) {
        return new Roles(everyone, byId.plus(role.id(), role), order.plus(0, role.id()));
    }

    Roles with(Role changed) {
        return new Roles(everyone, byId.plus(changed.id(), changed), order);
    }

    Roles without(RoleId id) {
        return new Roles(everyone, byId.minus(id), order.minus(id));
    }

    Roles reordered(List<RoleId> newOrder) {
        return new Roles(everyone, byId, TreePVector.from(newOrder));
    }
}
