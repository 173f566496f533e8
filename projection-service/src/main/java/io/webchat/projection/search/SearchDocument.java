package io.webchat.projection.search;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of a message. One that is deleted keeps its id alone, so that a late retry does not bring it
 * back.
 *
 * @param id channel and message
 * @param attached the kinds of the attached files: an edit does not change them
 * @param revision how often it was edited
 * @param said what can be searched; null if this was read from the index, which has terms only
 */
record SearchDocument(
        String id,
        boolean isDeleted,
        @Nullable ChannelId channelId,
        @Nullable UserId authorId,
        Instant at,
        Set<String> attached,
        int revision,
        @Nullable Said said) {

    static final String LINK = "link";
    static final String FILE = "file";

    private static final Pattern URL = Pattern.compile("https?://[^\\s/]", Pattern.CASE_INSENSITIVE);
    private static final Set<String> MEDIA = Set.of("image", "video", "audio");

    /** What a message says, and whom it calls. */
    record Said(String content, @Nullable Mentions mentions) {
        boolean hasLink() {
            return URL.matcher(content).find();
        }
    }

    SearchDocument {
        attached = Set.copyOf(attached);
    }

    static String id(MessageEvent event) {
        return event.channelId() + "/" + event.messageId();
    }

    static SearchDocument of(MessageEvent.Posted posted) {
        return new SearchDocument(
                id(posted),
                false,
                posted.channelId(),
                posted.authorId(),
                posted.at(),
                kindsOf(posted.attachments()),
                0,
                new Said(posted.content(), posted.mentions()));
    }

    static SearchDocument deleted(String id) {
        return new SearchDocument(id, true, null, null, Instant.EPOCH, Set.of(), 0, null);
    }

    /**
     * Folds a change; what means nothing, or nothing for searching, gives the same document. An edit counts though one
     * before it could not be indexed.
     */
    SearchDocument evolve(MessageChange change) {
        if (isDeleted) {
            return this;
        }
        return switch (change) {
            case MessageChange.Edited e -> e.revision() > revision ? edited(e) : this;
            case MessageChange.Deleted e -> deleted(id);
            case MessageChange.ReactionAdded e -> this;
            case MessageChange.ReactionRemoved e -> this;
        };
    }

    private SearchDocument edited(MessageChange.Edited edit) {
        var now = new Said(edit.content(), edit.mentions());
        return new SearchDocument(id, false, channelId, authorId, at, attached, edit.revision(), now);
    }

    private static Set<String> kindsOf(@Nullable List<Attachment> attachments) {
        var kinds = new TreeSet<String>();
        for (var attachment : attachments == null ? List.<Attachment>of() : attachments) {
            kinds.add(FILE);
            var type = attachment.contentType();
            MEDIA.stream().filter(kind -> type.startsWith(kind + "/")).forEach(kinds::add);
        }
        return kinds;
    }
}
