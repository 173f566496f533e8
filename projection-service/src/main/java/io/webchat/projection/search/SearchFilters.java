package io.webchat.projection.search;

import static java.util.Locale.ROOT;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.projection.search.SearchQuery.Filter;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds whom and what the filters of a query name, among what the caller sees. Somebody whom the caller shares no
 * server with, and reads nothing of, is as unknown as somebody who does not exist.
 */
@Component
class SearchFilters {
    private static final String ME = "me";
    private static final List<String> KINDS = List.of("link", "image", "video", "audio", "file");

    private final Profiles profiles;

    SearchFilters(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Throws {@code invalid-request} (400), which names the filter at fault. */
    SearchCriteria resolve(
            SearchQuery query, SearchScope scope, ZoneId zone, SearchIndex index, ConsistencyToken caller)
            throws IOException {
        var authors = new LinkedHashSet<UserId>();
        for (var name : query.values(Filter.FROM)) {
            authors.add(person(Filter.FROM, name, scope, index, caller));
        }
        var mentioned = new LinkedHashSet<String>();
        for (var name : query.values(Filter.MENTIONS)) {
            mentioned.add(
                    bare(name, "@").equalsIgnoreCase(SearchFields.EVERYONE)
                            ? SearchFields.EVERYONE
                            : person(Filter.MENTIONS, name, scope, index, caller)
                                    .toString());
        }
        return new SearchCriteria(
                query.text(),
                authors,
                channels(query.values(Filter.IN), scope),
                query.values(Filter.HAS).stream().map(SearchFilters::kind).collect(Collectors.toSet()),
                mentioned,
                SearchTimes.after(query.values(Filter.AFTER), zone),
                SearchTimes.before(query.values(Filter.BEFORE), zone));
    }

    private UserId person(Filter filter, String name, SearchScope scope, SearchIndex index, ConsistencyToken caller)
            throws IOException {
        var bare = bare(name, "@");
        if (bare.equalsIgnoreCase(ME)) {
            return scope.user();
        }
        var found = id(bare, UserId::parse)
                .or(() -> profiles.named(bare, caller).map(Profile::userId).map(UserId::parse));
        if (found.isPresent() && isSeen(found.get(), scope, index)) {
            return found.get();
        }
        throw ProblemException.invalid(
                filter.word(), "must be me, or the username or id of somebody you see (\"" + name + "\" is not)");
    }

    private static boolean isSeen(UserId person, SearchScope scope, SearchIndex index) throws IOException {
        return scope.user().equals(person)
                || scope.hasMember(person)
                || index.search(SearchTerms.writtenBy(person, scope.channels().keySet()), null, 1)
                                .total()
                        > 0;
    }

    private static Set<ChannelId> channels(List<String> names, SearchScope scope) {
        if (names.isEmpty()) {
            return scope.channels().keySet();
        }
        var channels = new HashSet<ChannelId>();
        for (var name : names) {
            var found = id(name, ChannelId::parse)
                    .filter(scope.channels()::containsKey)
                    .map(Set::of)
                    .orElseGet(() -> scope.named(bare(name, "#")));
            if (found.isEmpty()) {
                throw ProblemException.invalid(
                        Filter.IN.word(), "must be the name or id of a channel you see (\"" + name + "\" is not)");
            }
            channels.addAll(found);
        }
        return channels;
    }

    private static String kind(String name) {
        var kind = name.toLowerCase(ROOT);
        if (!KINDS.contains(kind)) {
            throw ProblemException.invalid(Filter.HAS.word(), "must be one of " + String.join(", ", KINDS));
        }
        return kind;
    }

    private static <T> Optional<T> id(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String bare(String name, String mark) {
        return name.startsWith(mark) ? name.substring(mark.length()) : name;
    }
}
