package io.webchat.projection.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.PlainText;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import io.webchat.projection.member.Nicknames;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a browser is given to call its user with: data, from which it makes a text in the language that it shows. */
@Component
class NotificationText {
    /** In UTF-16 code units, as in the notifications of pages. */
    static final int EXCERPT = 200;

    /** Names have at most as many; what lies in the log may be longer. */
    private static final int NAME = 100;

    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern MENTION = Pattern.compile("<@(?<role>&)?(?<id>" + UUID_FORM + ")>");

    /** A channel that is named. Which of those who are called see it is not asked: none is told its name. */
    private static final Pattern CHANNEL = Pattern.compile("<#" + UUID_FORM + ">");

    private final JsonMapper json = new JsonMapper();
    private final Profiles profiles;
    private final Nicknames nicknames;

    NotificationText(Profiles profiles, Nicknames nicknames) {
        this.profiles = profiles;
        this.nicknames = nicknames;
    }

    /**
     * A notification.
     *
     * @param threadId absent outside threads
     * @param author what they are called where they said it
     * @param channel absent in a conversation
     * @param server what it, or the conversation, is called; may be empty
     * @param excerpt of what they said, by {@link PlainText}; empty where they sent files only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notification(
            String type,
            String serverId,
            String channelId,
            @Nullable String threadId,
            String messageId,
            String author,
            @Nullable String channel,
            String server,
            String excerpt,
            String at) {}

    String of(Message message, Server server) {
        var mentioned = MENTION.matcher(message.content())
                .results()
                .map(mention -> mention.group("id"))
                .collect(Collectors.toSet());
        // Anybody can write an id of nobody, whose profile all others who are to be called would wait for.
        var members = mentioned.stream().filter(id -> server.hasMember(UserId.parse(id)));
        var people = Stream.concat(members, Stream.of(message.authorId().toString()));
        var known = new HashMap<>(profiles.known(mentioned));
        known.putAll(profiles.find(people.collect(Collectors.toSet()), ConsistencyToken.EMPTY));
        var channel = server.channels().get(message.channelId());
        var thread = message.threadId();
        return json.writeValueAsString(new Notification(
                "message",
                message.serverId().toString(),
                message.channelId().toString(),
                thread == null ? null : thread.toString(),
                message.id().toString(),
                cut(author(message, known), NAME),
                server.kind() == Server.Kind.COMMUNITY && channel != null ? cut(channel.name(), NAME) : null,
                cut(server.name(), NAME),
                cut(PlainText.of(message.content(), text -> withNames(text, server, known)), EXCERPT),
                message.at().toString()));
    }

    private String author(Message message, Map<String, Profile> known) {
        return nicknames
                .of(message.authorId(), message.serverId())
                .orElseGet(() -> name(message.authorId().toString(), known));
    }

    private static String name(String user, Map<String, Profile> known) {
        var profile = known.get(user);
        return profile == null ? "" : profile.displayName();
    }

    private String withNames(String content, Server server, Map<String, Profile> known) {
        return MENTION.matcher(CHANNEL.matcher(content).replaceAll("#…")).replaceAll(mention -> {
            var id = mention.group("id");
            var name = mention.group("role") == null
                    ? nicknames.of(UserId.parse(id), server.id()).orElseGet(() -> name(id, known))
                    : server.roles()
                            .find(new RoleId(UUID.fromString(id)))
                            .map(role -> role.name())
                            .orElse("");
            return Matcher.quoteReplacement("@" + name);
        });
    }

    /** Never within a character. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
