package io.webchat.backup.log;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.codec.StructureOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a log refers to outside of itself: which files, icons and pictures of people are still shown, and whose accounts
 * there have to be. Partitions may be read in any order, each one in its own. About 200 bytes of heap per message with
 * a file, and 100 per user.
 */
public final class References {
    private final Map<Place, Carrier> carriers = new HashMap<>();
    private final Set<Place> deleted = new HashSet<>();
    private final Set<ServerId> deletedServers = new HashSet<>();
    private final Set<ChannelId> deletedChannels = new HashSet<>();
    private final Map<ServerId, AttachmentId> icons = new HashMap<>();
    private final Map<UserId, Shown> profiles = new HashMap<>();
    private final Set<UserId> actors = new HashSet<>();

    private record Place(ChannelId channel, MessageId message) {}

    private record Carrier(ServerId server, List<AttachmentId> files) {}

    /** How a person shows themselves, as of a revision. */
    private record Shown(int revision, @Nullable AvatarId avatar) {}

    /** Takes an event of any topic in; those that refer to nothing change nothing. */
    void apply(Object event) {
        switch (event) {
            case MessageEvent message -> message(message);
            case StructureEvent structure -> structure(structure);
            case UserEvent user -> user(user);
            case ReadingEvent _, StructureOutcome _ -> {}
            default -> throw new IllegalArgumentException("event: " + event + " (expected: one of a saved topic)");
        }
    }

    private void message(MessageEvent event) {
        actors.add(event.actorId());
        switch (event) {
            case MessageEvent.Posted posted -> posted(posted);
            case MessageChange.Deleted gone -> deleted(new Place(gone.channelId(), gone.messageId()));
            case MessageChange.Edited _, MessageChange.ReactionAdded _, MessageChange.ReactionRemoved _ -> {}
            case PinEvent _, ThreadEvent _ -> {}
        }
    }

    private void structure(StructureEvent event) {
        switch (event) {
            case ServerEvent.Deleted gone -> deletedServers.add(gone.serverId());
            case ServerEvent.IconChanged changed -> icon(changed);
            case ServerEvent.Created _,
                    ServerEvent.Renamed _,
                    ServerEvent.Described _,
                    ServerEvent.OwnershipTransferred _ -> {}
            case ChannelEvent.Deleted gone -> deletedChannels.add(gone.channelId());
            case ChannelEvent.Created _,
                    ChannelEvent.Renamed _,
                    ChannelEvent.TopicChanged _,
                    ChannelEvent.Moved _,
                    ChannelEvent.SlowModeChanged _,
                    ChannelEvent.RoleOverridden _,
                    ChannelEvent.MemberOverridden _ -> {}
            case CategoryEvent _, RoleEvent _, MemberEvent _, InviteEvent _, ConversationEvent _ -> {}
        }
    }

    private void user(UserEvent event) {
        switch (event) {
            case UserEvent.Registered user -> profiles.putIfAbsent(user.userId(), new Shown(0, null));
            case UserEvent.ProfileChanged changed -> profile(changed);
        }
    }

    private void posted(MessageEvent.Posted posted) {
        var attachments = posted.attachments();
        var place = new Place(posted.channelId(), posted.messageId());
        if (attachments != null && !attachments.isEmpty() && !deleted.contains(place)) {
            // A later record with this id is a retry, and means nothing.
            carriers.putIfAbsent(
                    place,
                    new Carrier(
                            posted.serverId(),
                            attachments.stream().map(Attachment::id).toList()));
        }
    }

    private void deleted(Place place) {
        if (carriers.remove(place) != null) {
            deleted.add(place);
        }
    }

    private void icon(ServerEvent.IconChanged changed) {
        var icon = changed.iconId();
        if (icon == null) {
            icons.remove(changed.serverId());
        } else {
            icons.put(changed.serverId(), icon);
        }
    }

    private void profile(UserEvent.ProfileChanged changed) {
        profiles.merge(
                changed.userId(),
                new Shown(changed.revision(), changed.avatarId()),
                (one, other) -> one.revision() > other.revision() ? one : other);
    }

    /** Which message carries which file; files of messages, channels and servers that were deleted are not here. */
    public Map<AttachmentId, MessageId> carried() {
        return carriers.entrySet().stream()
                .filter(one -> isThere(one.getValue().server(), one.getKey().channel()))
                .flatMap(one -> one.getValue().files().stream()
                        .map(file -> Map.entry(file, one.getKey().message())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /** Files, icons and pictures of people that somebody may ask for, by their ids in the store. */
    public Set<String> files() {
        var files = carried().keySet().stream().map(AttachmentId::toString);
        var shown = icons.entrySet().stream()
                .filter(icon -> !deletedServers.contains(icon.getKey()))
                .map(icon -> icon.getValue().toString());
        var avatars = profiles.entrySet().stream()
                .filter(one -> one.getValue().avatar() != null)
                .map(one -> one.getKey() + "/" + one.getValue().avatar());
        return Stream.of(files, shown, avatars).flatMap(ids -> ids).collect(Collectors.toSet());
    }

    private boolean isThere(ServerId server, ChannelId channel) {
        return !deletedServers.contains(server) && !deletedChannels.contains(channel);
    }

    /** Everybody who was announced, with the revision of their profile that the log knows. */
    public Map<UserId, Integer> profiles() {
        return profiles.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().revision()));
    }

    /** Everybody who was announced or did something to a message. */
    public Set<UserId> users() {
        return Stream.concat(profiles.keySet().stream(), actors.stream()).collect(Collectors.toSet());
    }
}
