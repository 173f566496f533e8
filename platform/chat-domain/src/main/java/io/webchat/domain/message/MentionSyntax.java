package io.webchat.domain.message;

import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a mention is written. Time linear in the length of the text, but for its runs of backticks. */
final class MentionSyntax {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern MENTION =
            Pattern.compile("<@(?<user>" + UUID + ")>|<@&(?<role>" + UUID + ")>|(?<![\\w@])@everyone(?!\\w)");

    private MentionSyntax() {}

    sealed interface Mention {}

    record OfUser(UserId user) implements Mention {}

    record OfRole(RoleId role) implements Mention {}

    record OfEveryone() implements Mention {}

    /** The mentions of a text in their order, those in code left out. */
    static List<Mention> find(String content) {
        var mentions = new ArrayList<Mention>();
        var matcher = MENTION.matcher(withoutCode(content));
        while (matcher.find()) {
            var user = matcher.group("user");
            var role = matcher.group("role");
            if (user != null) {
                mentions.add(new OfUser(UserId.parse(user)));
            } else if (role != null) {
                mentions.add(new OfRole(RoleId.parse(role)));
            } else {
                mentions.add(new OfEveryone());
            }
        }
        return mentions;
    }

    private static String withoutCode(String content) {
        var text = new StringBuilder();
        var from = 0;
        for (var code : CodeSyntax.find(content)) {
            text.append(content, from, code.start()).append('`');
            from = code.end();
        }
        return text.append(content, from, content.length()).toString();
    }
}
