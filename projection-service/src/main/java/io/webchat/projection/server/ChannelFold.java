package io.webchat.projection.server;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.projection.server.ServerDocument.Channel;
import io.webchat.projection.server.ServerDocument.Override;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens to channels, as people see it. The list holds the channels of all categories; within one, their order in
 * the list is theirs.
 */
final class ChannelFold {
    private static final List<String> VIEW = List.of(Permission.VIEW_CHANNEL.slug());

    private ChannelFold() {}

    static ServerDocument evolve(ServerDocument state, ChannelEvent event) {
        var id = event.channelId().toString();
        Predicate<Channel> it = channel -> channel.channelId().equals(id);
        var channels = state.channels();
        return state.withChannels(
                switch (event) {
                    case ChannelEvent.Created e -> Listing.plus(channels, created(e, state.id()));
                    case ChannelEvent.Renamed e -> Listing.with(channels, it, c -> renamed(c, e.name()));
                    case ChannelEvent.TopicChanged e ->
                        Listing.with(channels, it, c -> about(c, e.topic().isEmpty() ? null : e.topic()));
                    case ChannelEvent.Moved e -> moved(channels, it, e);
                    case ChannelEvent.SlowModeChanged e -> Listing.with(channels, it, c -> slowed(c, e.seconds()));
                    case ChannelEvent.RoleOverridden e ->
                        Listing.with(channels, it, c -> overridden(c, of("role", e.roleId(), e.allow(), e.deny())));
                    case ChannelEvent.MemberOverridden e ->
                        Listing.with(channels, it, c -> overridden(c, of("member", e.userId(), e.allow(), e.deny())));
                    case ChannelEvent.Deleted e -> Listing.without(channels, it);
                });
    }

    /** Channels of a category that is gone follow those above all categories, in their order. */
    static List<Channel> withoutCategory(List<Channel> channels, String category) {
        var freed = channels.stream()
                .filter(channel -> category.equals(channel.categoryId()))
                .map(channel -> in(channel, null));
        var others = channels.stream().filter(channel -> !category.equals(channel.categoryId()));
        return Stream.concat(others, freed).toList();
    }

    /** Ends what channels say of a role that is gone. */
    static List<Channel> withoutRole(List<Channel> channels, String role) {
        return channels.stream()
                .map(channel -> overridden(channel, new Override("role", role, List.of(), List.of())))
                .toList();
    }

    /** Ends what channels allow a member who is gone; what they deny them stays for when they come back. */
    static List<Channel> withoutAllowances(List<Channel> channels, String user) {
        return channels.stream()
                .map(channel -> withoutAllowances(channel, user))
                .toList();
    }

    private static Channel withoutAllowances(Channel channel, String user) {
        return channel.overrides().stream()
                .filter(override ->
                        override.target().equals("member") && override.id().equals(user))
                .findAny()
                .map(override -> overridden(channel, new Override("member", user, List.of(), override.deny())))
                .orElse(channel);
    }

    private static Channel created(ChannelEvent.Created event, String everyone) {
        var overrides = Boolean.TRUE.equals(event.isPrivate())
                ? List.of(
                        new Override("role", everyone, List.of(), VIEW),
                        new Override("member", event.createdBy().toString(), VIEW, List.of()))
                : List.<Override>of();
        var category = event.categoryId();
        return new Channel(
                event.channelId().toString(),
                event.name(),
                event.topic(),
                category == null ? null : category.toString(),
                0,
                overrides);
    }

    private static List<Channel> moved(List<Channel> channels, Predicate<Channel> it, ChannelEvent.Moved event) {
        var category = event.categoryId() == null ? null : event.categoryId().toString();
        var after = event.after() == null ? null : event.after().toString();
        var channel = channels.stream().filter(it).findFirst().orElseThrow();
        return Listing.place(
                Listing.without(channels, it),
                in(channel, category),
                after == null ? null : c -> c.channelId().equals(after));
    }

    private static Channel renamed(Channel c, String name) {
        return new Channel(c.channelId(), name, c.topic(), c.categoryId(), c.slowModeSeconds(), c.overrides());
    }

    private static Channel about(Channel c, @Nullable String topic) {
        return new Channel(c.channelId(), c.name(), topic, c.categoryId(), c.slowModeSeconds(), c.overrides());
    }

    private static Channel in(Channel c, @Nullable String category) {
        return new Channel(c.channelId(), c.name(), c.topic(), category, c.slowModeSeconds(), c.overrides());
    }

    private static Channel slowed(Channel c, int seconds) {
        return new Channel(c.channelId(), c.name(), c.topic(), c.categoryId(), seconds, c.overrides());
    }

    private static Override of(String target, Object id, Permissions allow, Permissions deny) {
        return new Override(target, id.toString(), ServerFold.slugs(allow), ServerFold.slugs(deny));
    }

    private static Channel overridden(Channel c, Override override) {
        var others = Listing.without(
                c.overrides(), o -> o.target().equals(override.target()) && o.id().equals(override.id()));
        var isEmpty = override.allow().isEmpty() && override.deny().isEmpty();
        return new Channel(
                c.channelId(),
                c.name(),
                c.topic(),
                c.categoryId(),
                c.slowModeSeconds(),
                isEmpty ? others : Listing.plus(others, override));
    }
}
