package io.webchat.projection.search;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Makes queries of criteria. A word finds the words that begin with it, a quoted one itself; what consists of several
 * terms is a phrase, quoted or not. Everything has to be there.
 */
final class SearchTerms {
    private static final Set<String> PAIRS = Set.of("<DOUBLE>", "<SINGLE>");

    private SearchTerms() {}

    /** A term, and how it is written otherwise: at one place of a text. */
    private record Place(List<Term> terms, boolean isWord) {}

    /** What the messages have to say; empty if nothing is asked for. */
    static Optional<Query> textOf(SearchCriteria criteria) {
        var all = new BooleanQuery.Builder();
        for (var text : criteria.text()) {
            var places = places(text.value());
            if (!places.isEmpty()) {
                all.add(text.isQuoted() || places.size() > 1 ? phrase(places) : word(places.getFirst()), Occur.MUST);
            }
        }
        var query = all.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    /** Throws {@code invalid-request} (400) if nothing is asked for that a message could have. */
    static Query of(SearchCriteria criteria, Optional<Query> text) {
        var all = new BooleanQuery.Builder();
        text.ifPresent(query -> all.add(query, Occur.FILTER));
        if (!criteria.authors().isEmpty()) {
            all.add(anyOf(SearchFields.AUTHOR, criteria.authors()), Occur.FILTER);
        }
        criteria.kinds().forEach(kind -> all.add(one(SearchFields.HAS, kind), Occur.FILTER));
        criteria.mentioned().forEach(called -> all.add(one(SearchFields.MENTION, called), Occur.FILTER));
        if (criteria.fromMillis() > Long.MIN_VALUE || criteria.untilMillis() < Long.MAX_VALUE) {
            all.add(
                    LongField.newRangeQuery(
                            SearchFields.AT, criteria.fromMillis(), Math.decrementExact(criteria.untilMillis())),
                    Occur.FILTER);
        }
        return all.add(anyOf(SearchFields.CHANNEL, criteria.channels()), Occur.FILTER)
                .build();
    }

    static Query writtenBy(UserId author, Collection<ChannelId> channels) {
        return new BooleanQuery.Builder()
                .add(one(SearchFields.AUTHOR, author.toString()), Occur.FILTER)
                .add(anyOf(SearchFields.CHANNEL, channels), Occur.FILTER)
                .build();
    }

    /** Whether it asks for anything: else it would find everything. */
    static void require(SearchQuery query, Optional<Query> text) {
        if (query.filters().isEmpty() && text.isEmpty()) {
            throw ProblemException.invalid("q", "must have a letter, digit or filter to search for");
        }
    }

    private static Query word(Place place) {
        var any = new BooleanQuery.Builder();
        for (var term : place.terms()) {
            var isPrefix =
                    place.isWord() && term.text().codePointCount(0, term.text().length()) > 1;
            any.add(isPrefix ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query phrase(List<Place> places) {
        if (places.size() == 1) {
            return word(new Place(places.getFirst().terms(), false));
        }
        var phrase = new MultiPhraseQuery.Builder();
        places.forEach(place -> phrase.add(place.terms().toArray(Term[]::new)));
        return phrase.build();
    }

    private static List<Place> places(String text) {
        var places = new ArrayList<Place>();
        try (var stream = MessageAnalyzer.OF_QUERIES.tokenStream(SearchFields.TEXT, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            var type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    places.add(new Place(new ArrayList<>(), !PAIRS.contains(type.type())));
                }
                places.getLast().terms().add(new Term(SearchFields.TEXT, term.toString()));
            }
            stream.end();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        return places;
    }

    private static Query one(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query anyOf(String field, Collection<?> ids) {
        return new TermInSetQuery(
                field, ids.stream().map(id -> new BytesRef(id.toString())).toList());
    }
}
