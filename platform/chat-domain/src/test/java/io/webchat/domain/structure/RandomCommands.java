package io.webchat.domain.structure;

import static io.webchat.domain.structure.Samples.NOW;

import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What five people may think of doing, mostly to one server, allowed or not, so that they get into each other's way.
 */
final class RandomCommands {
    static final ServerId SERVER = Samples.SERVER;
    static final List<UserId> PEOPLE =
            IntStream.range(0, 5).mapToObj(i -> new UserId(new UUID(2, i))).toList();
    private static final List<RoleId> ROLES =
            IntStream.range(0, 3).mapToObj(i -> new RoleId(new UUID(3, i))).toList();
    private static final List<ChannelId> CHANNELS =
            IntStream.range(0, 3).mapToObj(i -> new ChannelId(new UUID(1, i))).toList();
    private static final List<InviteCode> CODES =
            List.of(new InviteCode("AAAAAAAAAAAAAAAA"), new InviteCode("BBBBBBBBBBBBBBBB"));
    private static final List<String> NAMES =
            List.of("general", "General", "off topic", "off-topic", "off\u200d-topic", "x");

    static final ServerCommand.Create CREATE =
            new ServerCommand.Create(SERVER, new ServerName("Club"), CHANNELS.get(0), PEOPLE.get(0), NOW);

    static final InviteCommand.Create INVITE =
            new InviteCommand.Create(SERVER, CODES.get(0), null, 2, PEOPLE.get(0), NOW);

    private RandomCommands() {}

    /**
     * How a server comes to have members of several ranks, who may do this and that: of those that follow on its
     * making.
     */
    static List<StructureCommand> beginning(Random random) {
        var owner = PEOPLE.get(0);
        var commands = new ArrayList<StructureCommand>();
        commands.add(new InviteCommand.Create(SERVER, CODES.get(1), null, null, owner, NOW));
        for (var role : ROLES) {
            var permissions = new Permissions(random.nextInt(Permissions.ALL.bits() + 1));
            commands.add(new RoleCommand.Create(SERVER, role, new RoleName("role"), null, permissions, owner, NOW));
        }
        for (var person : PEOPLE) {
            commands.add(new MemberCommand.Join(SERVER, CODES.get(1), person, NOW));
            commands.add(new RoleCommand.Assign(SERVER, any(random, ROLES), person, owner, NOW));
        }
        return commands;
    }

    static StructureCommand next(Random random) {
        var actor = random.nextInt(3) == 0 ? PEOPLE.get(0) : any(random, PEOPLE);
        var user = any(random, PEOPLE);
        var role = random.nextInt(6) == 0 ? RoleId.everyoneOf(SERVER) : any(random, ROLES);
        var channel = any(random, CHANNELS);
        var code = any(random, CODES);
        var permissions = new Permissions(random.nextInt(Permissions.ALL.bits() + 1));
        var roleName = new RoleName("r" + random.nextInt(3));
        return switch (random.nextInt(26)) {
            case 0, 1, 2 -> new MemberCommand.Join(SERVER, code, actor, NOW);
            case 3, 4 -> new InviteCommand.Create(SERVER, code, null, 1 + random.nextInt(2), actor, NOW);
            case 5 -> new InviteCommand.Revoke(SERVER, code, actor, NOW);
            case 6 -> new MemberCommand.Leave(SERVER, actor, NOW);
            case 7 -> new MemberCommand.Kick(SERVER, user, null, actor, NOW);
            case 8 -> new MemberCommand.Ban(SERVER, user, null, actor, NOW);
            case 9 -> new MemberCommand.Unban(SERVER, user, actor, NOW);
            case 10 -> new MemberCommand.TimeOut(SERVER, user, NOW.plusSeconds(9), null, actor, NOW);
            case 11 -> new RoleCommand.Create(SERVER, role, roleName, null, permissions, actor, NOW);
            case 12 -> new RoleCommand.Edit(SERVER, role, roleName, null, permissions, actor, NOW);
            case 13 -> new RoleCommand.Delete(SERVER, role, actor, NOW);
            case 14, 15 -> new RoleCommand.Assign(SERVER, role, user, actor, NOW);
            case 16 -> new RoleCommand.Withdraw(SERVER, role, user, actor, NOW);
            case 17 ->
                new ChannelCommand.Create(
                        SERVER,
                        channel,
                        new ChannelName(any(random, NAMES)),
                        new ChannelTopic(""),
                        null,
                        random.nextBoolean(),
                        actor,
                        NOW);
            case 18 -> new ChannelCommand.Rename(SERVER, channel, new ChannelName(any(random, NAMES)), actor, NOW);
            case 19 -> new RoleCommand.Reorder(SERVER, someInAnyOrder(random, ROLES), actor, NOW);
            case 20 -> new ChannelCommand.OverrideRole(SERVER, channel, role, override(random), actor, NOW);
            case 21 -> new ChannelCommand.OverrideMember(SERVER, channel, user, override(random), actor, NOW);
            case 22 -> new MemberCommand.ChangeNickname(SERVER, user, null, actor, NOW);
            case 23 -> new MemberCommand.LiftTimeOut(SERVER, user, actor, NOW);
            case 24 -> new ChannelCommand.Delete(SERVER, channel, actor, NOW);
            default ->
                random.nextInt(40) == 0
                        ? new ServerCommand.Delete(SERVER, actor, NOW)
                        : new ServerCommand.TransferOwnership(SERVER, user, actor, NOW);
        };
    }

    /**
     * What the same people may think of doing to get into further places.
     *
     * @param part which of the places, none of which are in two parts
     */
    static StructureCommand inFurtherPlaces(Random random, int part) {
        var number = random.nextInt(4);
        var server = new ServerId(new UUID(10 + part, number));
        var group = new ServerId(new UUID(20 + part, number));
        var channel = new ChannelId(new UUID(30 + part, number));
        var code = new InviteCode("further-place-" + part + number);
        var actor = any(random, PEOPLE);
        var others = new ArrayList<>(PEOPLE);
        others.remove(actor);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new ServerCommand.Create(server, new ServerName("Further"), channel, actor, NOW);
            case 2 -> new InviteCommand.Create(server, code, null, 9, actor, NOW);
            case 3, 4, 5 -> new MemberCommand.Join(server, code, actor, NOW);
            case 6 -> new MemberCommand.Leave(server, actor, NOW);
            case 7 -> new ServerCommand.Delete(server, actor, NOW);
            case 8, 9 ->
                new ConversationCommand.StartGroup(
                        group, channel, others.subList(0, 1 + random.nextInt(2)), null, actor, NOW);
            case 10 -> new ConversationCommand.AddMember(group, any(random, others), actor, NOW);
            default -> new MemberCommand.Leave(group, actor, NOW);
        };
    }

    private static PermissionOverride override(Random random) {
        var ofChannels = Arrays.stream(Permission.values())
                .filter(Permission::appliesToChannel)
                .toList();
        var allowed = any(random, ofChannels);
        var denied = any(random, ofChannels);
        return allowed == denied || random.nextInt(4) == 0
                ? PermissionOverride.NONE
                : new PermissionOverride(Permissions.of(allowed), Permissions.of(denied));
    }

    private static <T> List<T> someInAnyOrder(Random random, List<T> of) {
        var some = new ArrayList<>(of);
        Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(some.size()));
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
