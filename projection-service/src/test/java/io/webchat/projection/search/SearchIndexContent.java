package io.webchat.projection.search;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.store.FSDirectory;

/** Everything that an index on disk knows of each message: what is stored, and each term with its positions. */
final class SearchIndexContent {
    private SearchIndexContent() {}

    static Map<String, SortedSet<String>> of(Path path) throws IOException {
        var content = new TreeMap<String, SortedSet<String>>();
        try (var directory = FSDirectory.open(path);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                add(leaf.reader(), content);
            }
        }
        return content;
    }

    private static void add(LeafReader reader, Map<String, SortedSet<String>> content) throws IOException {
        var live = reader.getLiveDocs();
        for (var doc = 0; doc < reader.maxDoc(); doc++) {
            if (live == null || live.get(doc)) {
                var stored = reader.storedFields().document(doc);
                var known = content.computeIfAbsent(stored.get("id"), id -> new TreeSet<>());
                stored.getFields().forEach(field -> known.add("stored " + field));
            }
        }
        for (var field : FieldInfos.getIndexedFields(reader)) {
            var terms = reader.terms(field);
            if (terms == null) {
                continue;
            }
            var each = terms.iterator();
            while (each.next() != null) {
                var postings = each.postings(null, PostingsEnum.POSITIONS);
                for (var doc = postings.nextDoc(); doc != NO_MORE_DOCS; doc = postings.nextDoc()) {
                    if (live != null && !live.get(doc)) {
                        continue;
                    }
                    var known = content.get(reader.storedFields().document(doc).get("id"));
                    for (var i = 0; i < postings.freq(); i++) {
                        known.add(field + " " + each.term().utf8ToString() + "@" + postings.nextPosition());
                    }
                }
            }
        }
    }
}
