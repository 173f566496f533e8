package io.webchat.projection.member;

import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds members by their names, in the order of their ids. What people are called is in another view than who is a
 * member, so members are looked through, a bounded number for each page; profiles that are missing are waited for once.
 */
@Component
class MemberSearch {
    /** Of those who are looked through. */
    private static final int AT_A_TIME = 500;

    /** For one page. In a larger server a page may have fewer members than it could, and another one after it. */
    private static final int AT_MOST = 2_000;

    private final MemberRepository members;
    private final Profiles profiles;

    MemberSearch(MemberRepository members, Profiles profiles) {
        this.members = members;
        this.profiles = profiles;
    }

    /** A member whose profile is known. */
    record Named(MemberDocument member, Profile profile) {}

    /**
     * Those of a page.
     *
     * @param next the user id after which the next page begins; null if this one is the last
     */
    record Found(List<Named> members, @Nullable String next) {}

    /** Members of a server after one of them ({@code ""}: from the first) whom the search finds, at most so many. */
    Found find(String server, NameSearch search, String after, int limit, ConsistencyToken caller) {
        var found = new ArrayList<Named>();
        var last = after;
        // Of everybody one more than the page shows is enough; who is found among them is not known before.
        var atATime = search.findsEverybody() ? limit + 1 : AT_A_TIME;
        var atMost = search.findsEverybody() ? atATime : AT_MOST;
        var patience = profiles.patience();
        for (var seen = 0; seen < atMost; seen += atATime) {
            var part = members.page(server, last, atATime);
            var known = profiles.find(part.stream().map(MemberDocument::userId).toList(), patience, caller);
            for (var member : part) {
                // Who joined a moment ago may not have a profile here yet: they appear with the next query.
                var profile = known.get(member.userId());
                if (profile != null && search.finds(profile.username(), profile.displayName(), member.nickname())) {
                    if (found.size() == limit) {
                        return new Found(found, last);
                    }
                    found.add(new Named(member, profile));
                }
                last = member.userId();
            }
            if (part.size() < atATime) {
                return new Found(found, null);
            }
        }
        return new Found(found, last);
    }
}
