package io.webchat.domain.message;

import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a mention is written. Time linear in the length of the text, but for its runs of backticks. */
final class MentionSyntax {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final int FENCE = 3;
    private static final Pattern BACKTICKS = Pattern.compile("`+");
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

    private record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /**
     * Code begins with a run of backticks and ends with the next run of the same length, as in CommonMark. A fence that
     * nothing ends goes on to the end of the text; a backtick that nothing ends is only a backtick.
     */
    private static String withoutCode(String content) {
        var runs = BACKTICKS
                .matcher(content)
                .results()
                .map(run -> new Run(run.start(), run.end()))
                .toList();
        var text = new StringBuilder();
        var from = 0;
        for (var i = 0; i < runs.size(); i++) {
            var close = closing(runs, i);
            if (close < runs.size()) {
                text.append(content, from, runs.get(i).start()).append('`');
                from = runs.get(close).end();
                i = close;
            } else if (runs.get(i).length() >= FENCE) {
                return text.append(content, from, runs.get(i).start()).toString();
            }
        }
        return text.append(content, from, content.length()).toString();
    }

    private static int closing(List<Run> runs, int opening) {
        var length = runs.get(opening).length();
        for (var i = opening + 1; i < runs.size(); i++) {
            if (runs.get(i).length() == length) {
                return i;
            }
        }
        return runs.size();
    }
}
