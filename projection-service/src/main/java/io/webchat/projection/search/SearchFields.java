package io.webchat.projection.search;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;

/**
 * The fields of the index. A change of any of them, or of how texts are cut, needs a new {@link SearchIndex#FORMAT}.
 */
final class SearchFields {
    static final String ID = "id";
    static final String CHANNEL = "channel";
    static final String AUTHOR = "author";
    static final String AT = "at";
    static final String HAS = "has";
    static final String MENTION = "mention";
    static final String TEXT = "text";
    static final String EVERYONE = "everyone";

    /** The newest first. Within a channel that is the order of the log, but for clocks that differ by milliseconds. */
    static final Sort NEWEST_FIRST = new Sort(
            LongField.newSortField(AT, true, SortedNumericSelector.Type.MAX),
            KeywordField.newSortField(ID, true, SortedSetSelector.Type.MAX));

    private static final String ATTACHED = "attached";
    private static final String REVISION = "revision";
    private static final String DELETED = "deleted";
    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TERMS.setTokenized(true);
        TERMS.setOmitNorms(true);
        TERMS.freeze();
    }

    private SearchFields() {}

    static Document write(SearchDocument document) {
        var fields = new Document();
        fields.add(new KeywordField(ID, document.id(), Store.YES));
        var said = document.said();
        if (document.isDeleted() || said == null) {
            fields.add(new StoredField(DELETED, 1));
            return fields;
        }
        fields.add(new StringField(CHANNEL, String.valueOf(document.channelId()), Store.YES));
        fields.add(new StringField(AUTHOR, String.valueOf(document.authorId()), Store.YES));
        fields.add(new LongField(AT, document.at().toEpochMilli(), Store.YES));
        fields.add(new StoredField(REVISION, document.revision()));
        for (var kind : document.attached()) {
            fields.add(new StringField(HAS, kind, Store.NO));
            fields.add(new StoredField(ATTACHED, kind));
        }
        if (said.hasLink()) {
            fields.add(new StringField(HAS, SearchDocument.LINK, Store.NO));
        }
        var mentions = said.mentions();
        if (mentions != null) {
            mentions.users().forEach(user -> fields.add(new StringField(MENTION, user.toString(), Store.NO)));
            if (mentions.everyone()) {
                fields.add(new StringField(MENTION, EVERYONE, Store.NO));
            }
        }
        fields.add(new org.apache.lucene.document.Field(TEXT, said.content(), TERMS));
        return fields;
    }

    /** What of a message is stored: without what it says. */
    static SearchDocument read(Document fields) {
        var id = fields.get(ID);
        if (fields.getField(DELETED) != null) {
            return SearchDocument.deleted(id);
        }
        return new SearchDocument(
                id,
                false,
                ChannelId.parse(fields.get(CHANNEL)),
                UserId.parse(fields.get(AUTHOR)),
                Instant.ofEpochMilli(fields.getField(AT).numericValue().longValue()),
                Set.copyOf(Arrays.asList(fields.getValues(ATTACHED))),
                fields.getField(REVISION).numericValue().intValue(),
                null);
    }
}
