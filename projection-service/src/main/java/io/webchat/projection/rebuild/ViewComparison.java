package io.webchat.projection.rebuild;

import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.projection.store.ViewCollections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Compares the contents of two generations of a view, document by document, while both follow the log. What differs is
 * looked at again and again, each time once the other generation is as far as the one that is read: a document that is
 * just being changed is the same in both sooner or later.
 */
@Component
class ViewComparison {
    private static final String ID = "_id";
    private static final int PAGE = 500;
    private static final int LOOKS = 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

    /** So many differences are not looked at one by one. */
    private static final int MANY = 5_000;

    private static final int EXAMPLES = 10;

    private final MongoTemplate mongo;

    ViewComparison(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * What was found in one collection.
     *
     * @param documents in the generation that is read
     * @param hash over the contents of the generation that is read
     * @param otherHash over the contents of the other one; the same if and only if nothing differs
     * @param differing how many documents differ, or are in one of them only; where there are very many, at least so
     *     many
     * @param examples some ids of them
     */
    record CollectionComparison(
            String collection, long documents, String hash, String otherHash, long differing, List<String> examples) {
        boolean isSame() {
            return differing == 0;
        }
    }

    /**
     * @param isAsFar waits until the other generation is as far as the one that is read, and says whether it is; once
     *     it is not, it is not asked again, and what differs in any collection is not looked at again
     */
    List<CollectionComparison> compare(Generation live, Generation other, BooleanSupplier isAsFar)
            throws InterruptedException {
        var waitedFor = untilInVain(isAsFar);
        var result = new ArrayList<CollectionComparison>();
        for (var collection : ViewCollections.of(live.view())) {
            result.add(compare(collection, live, other, waitedFor));
        }
        return result;
    }

    private static BooleanSupplier untilInVain(BooleanSupplier isAsFar) {
        var wasInVain = new AtomicBoolean();
        return () -> {
            if (!wasInVain.get() && !isAsFar.getAsBoolean()) {
                wasInVain.set(true);
            }
            return !wasInVain.get();
        };
    }

    private CollectionComparison compare(String collection, Generation live, Generation other, BooleanSupplier isAsFar)
            throws InterruptedException {
        var hash = new ContentHash();
        var otherHash = new ContentHash();
        var differing = new LinkedHashSet<String>();
        var documents = 0L;
        for (var after = ""; differing.size() <= MANY; ) {
            var page = page(collection, live, other, after);
            if (page == null) {
                break;
            }
            for (var id : page.ids()) {
                var one = page.live().get(id);
                documents += one == null ? 0 : 1;
                if (one != null && one.equals(page.other().get(id))) {
                    hash.add(one);
                    otherHash.add(one);
                } else {
                    differing.add(id);
                }
            }
            after = page.last();
        }
        for (var look = 1; look < LOOKS && !differing.isEmpty() && differing.size() <= MANY; look++) {
            Thread.sleep(LOOK_AGAIN);
            if (!isAsFar.getAsBoolean()) {
                break;
            }
            lookAgain(collection, live, other, differing, hash, otherHash);
        }
        find(collection, live, differing).values().forEach(hash::add);
        find(collection, other, differing).values().forEach(otherHash::add);
        return new CollectionComparison(
                collection,
                documents,
                hash.toString(),
                otherHash.toString(),
                differing.size(),
                differing.stream().limit(EXAMPLES).toList());
    }

    private void lookAgain(
            String collection,
            Generation live,
            Generation other,
            Set<String> differing,
            ContentHash hash,
            ContentHash otherHash) {
        var ones = find(collection, live, differing);
        var others = find(collection, other, differing);
        for (var id : List.copyOf(differing)) {
            var one = ones.get(id);
            if (one == null ? !others.containsKey(id) : one.equals(others.get(id))) {
                differing.remove(id);
                if (one != null) {
                    hash.add(one);
                    otherHash.add(one);
                }
            }
        }
    }

    /**
     * What either generation has of the same stretch of ids.
     *
     * @param ids of both, in order
     * @param last the end of the stretch
     */
    private record Page(Set<String> ids, Map<String, Document> live, Map<String, Document> other, String last) {}

    /** The next stretch; null if both are at their ends. */
    private @Nullable Page page(String collection, Generation live, Generation other, String after) {
        var ones = next(collection, live, after);
        var others = next(collection, other, after);
        if (ones.isEmpty() && others.isEmpty()) {
            return null;
        }
        // Of the one that reaches further only what the other one has read up to.
        var last = ones.size() < PAGE && others.size() < PAGE
                ? later(ones, others)
                : List.of(ones, others).stream()
                        .filter(documents -> documents.size() == PAGE)
                        .map(TreeMap::lastKey)
                        .min(String::compareTo)
                        .orElseThrow();
        var ids = new LinkedHashSet<>(new TreeMap<>(ones).headMap(last, true).keySet());
        ids.addAll(others.headMap(last, true).keySet());
        return new Page(ids, ones, others, last);
    }

    private static String later(TreeMap<String, Document> ones, TreeMap<String, Document> others) {
        if (ones.isEmpty() || others.isEmpty()) {
            return (ones.isEmpty() ? others : ones).lastKey();
        }
        return ones.lastKey().compareTo(others.lastKey()) > 0 ? ones.lastKey() : others.lastKey();
    }

    private TreeMap<String, Document> next(String collection, Generation generation, String after) {
        var query = Query.query(Criteria.where(ID).gt(after)).with(Sort.by(ID)).limit(PAGE);
        return new TreeMap<>(ask(collection, generation, query));
    }

    private Map<String, Document> find(String collection, Generation generation, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : ask(collection, generation, Query.query(Criteria.where(ID).in(ids)));
    }

    private Map<String, Document> ask(String collection, Generation generation, Query query) {
        return GenerationRouting.call(generation, () -> mongo.find(query, Document.class, collection)).stream()
                .collect(Collectors.toMap(document -> document.getString(ID), Function.identity()));
    }
}
