package io.webchat.log.replica;

import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.CategoryId;
import io.webchat.domain.structure.Channel;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Invite;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.Member;
import io.webchat.domain.structure.PermissionOverride;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.Role;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Roles;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.replica.StructureReplica.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.TreePVector;

/** One server in a snapshot, as {@link SnapshotFormat} describes it. */
final class ServerFormat {
    private static final int FIELDS = 14;
    private static final Member PLAIN = new Member(HashTreePSet.empty());

    private ServerFormat() {}

    static void write(Snapshot state, CborOutput out) {
        var server = state.server();
        out.array(FIELDS).number(state.nextOffset()).id(server.id().value());
        out.text(server.kind().name()).text(server.name());
        out.optional(server.iconId(), icon -> out.id(icon.value()));
        out.id(server.ownerId().value());
        out.all(server.channels().values(), channel -> write(channel, out));
        out.all(
                server.categories().entrySet(),
                c -> out.array(2).id(c.getKey().value()).text(c.getValue()).end());
        out.array(server.members().size() * 2);
        server.members().forEach((user, member) -> write(user, member, out));
        out.end();
        out.all(
                server.roles().byId().values(),
                role -> out.array(3)
                        .id(role.id().value())
                        .text(role.name())
                        .number(role.permissions().bits())
                        .end());
        out.all(server.roles().order(), role -> out.id(role.value()));
        out.all(server.invites().values(), invite -> write(invite, out));
        out.all(server.bans(), user -> out.id(user.value()));
        out.all(
                server.timeOuts().entrySet(),
                timeOut -> out.array(2)
                        .id(timeOut.getKey().value())
                        .text(timeOut.getValue().toString())
                        .end());
        out.end();
    }

    static Snapshot read(CborInput in) {
        in.array();
        var nextOffset = in.number();
        var id = new ServerId(in.id());
        var server = new Server(
                id,
                Server.Kind.valueOf(in.text()),
                in.text(),
                in.optional(() -> new AttachmentId(in.id())),
                new UserId(in.id()),
                map(in, () -> channel(in), Channel::id),
                map(in, () -> category(in)),
                members(in),
                roles(id, in),
                map(in, () -> invite(in), invite -> invite.code().id()),
                HashTreePSet.from(in.all(() -> new UserId(in.id()))),
                map(in, () -> timeOut(in)));
        in.end();
        return new Snapshot(server, nextOffset);
    }

    private static void write(Channel channel, CborOutput out) {
        out.array(6).id(channel.id().value()).text(channel.name());
        out.optional(channel.category(), category -> out.id(category.value()));
        out.number(channel.slowMode().toSeconds());
        writeOverrides(channel.roleOverrides(), RoleId::value, out);
        writeOverrides(channel.memberOverrides(), UserId::value, out);
        out.end();
    }

    private static Channel channel(CborInput in) {
        in.array();
        var channel = new Channel(
                new ChannelId(in.id()),
                in.text(),
                in.optional(() -> new CategoryId(in.id())),
                Duration.ofSeconds(in.number()),
                overrides(RoleId::new, in),
                overrides(UserId::new, in));
        in.end();
        return channel;
    }

    private static <K> void writeOverrides(Map<K, PermissionOverride> overrides, Function<K, UUID> id, CborOutput out) {
        out.all(
                overrides.entrySet(),
                override -> out.array(3)
                        .id(id.apply(override.getKey()))
                        .number(override.getValue().allow().bits())
                        .number(override.getValue().deny().bits())
                        .end());
    }

    private static <K> PMap<K, PermissionOverride> overrides(Function<UUID, K> id, CborInput in) {
        return map(in, () -> {
            in.array();
            var override = Map.entry(id.apply(in.id()), new PermissionOverride(permissions(in), permissions(in)));
            in.end();
            return override;
        });
    }

    private static Map.Entry<CategoryId, String> category(CborInput in) {
        in.array();
        var category = Map.entry(new CategoryId(in.id()), in.text());
        in.end();
        return category;
    }

    private static void write(UserId user, Member member, CborOutput out) {
        out.id(user.value());
        out.optional(member.roles().isEmpty() ? null : member, m -> out.all(m.roles(), role -> out.id(role.value())));
    }

    /** Members with the same roles share one object, which the fold cannot do: most of a big server costs nothing. */
    private static PMap<UserId, Member> members(CborInput in) {
        var shared = new HashMap<Member, Member>();
        return map(in, () -> {
            var user = new UserId(in.id());
            var member = in.optional(() -> new Member(HashTreePSet.from(in.all(() -> new RoleId(in.id())))));
            return Map.entry(user, member == null ? PLAIN : shared.computeIfAbsent(member, same -> same));
        });
    }

    private static Map.Entry<UserId, Instant> timeOut(CborInput in) {
        in.array();
        var timeOut = Map.entry(new UserId(in.id()), Instant.parse(in.text()));
        in.end();
        return timeOut;
    }

    private static Roles roles(ServerId server, CborInput in) {
        var byId = map(in, () -> role(in), Role::id);
        var order = TreePVector.from(in.all(() -> new RoleId(in.id())));
        return new Roles(RoleId.everyoneOf(server), byId, order);
    }

    private static Role role(CborInput in) {
        in.array();
        var role = new Role(new RoleId(in.id()), in.text(), permissions(in));
        in.end();
        return role;
    }

    private static void write(Invite invite, CborOutput out) {
        out.array(5).text(invite.code().value()).id(invite.createdBy().value());
        out.optional(invite.expiresAt(), at -> out.text(at.toString()));
        out.optional(invite.maxUses(), most -> out.number(most))
                .number(invite.uses())
                .end();
    }

    private static Invite invite(CborInput in) {
        in.array();
        var invite = new Invite(
                new InviteCode(in.text()),
                new UserId(in.id()),
                instant(in),
                in.optional(in::smallNumber),
                in.smallNumber());
        in.end();
        return invite;
    }

    private static <K, V> PMap<K, V> map(CborInput in, Supplier<V> value, Function<V, K> key) {
        return map(in, () -> {
            var read = value.get();
            return Map.entry(key.apply(read), read);
        });
    }

    private static <K, V> PMap<K, V> map(CborInput in, Supplier<Map.Entry<K, V>> entry) {
        PMap<K, V> map = HashTreePMap.empty();
        in.array();
        while (in.hasMore()) {
            var next = entry.get();
            map = map.plus(next.getKey(), next.getValue());
        }
        in.end();
        return map;
    }

    private static Permissions permissions(CborInput in) {
        return new Permissions(in.smallNumber());
    }

    private static @Nullable Instant instant(CborInput in) {
        return in.optional(() -> Instant.parse(in.text()));
    }
}
