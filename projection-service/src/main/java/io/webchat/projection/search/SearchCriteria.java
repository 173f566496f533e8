package io.webchat.projection.search;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.util.List;
import java.util.Set;

/**
 * A query whose names have been found and whose dates are times.
 *
 * @param authors any of them; everybody if empty
 * @param channels any of them
 * @param kinds all of them: links and files that messages have
 * @param mentioned all of them: user ids, or {@link SearchFields#EVERYONE}
 * @param fromMillis inclusive
 * @param untilMillis exclusive
 */
record SearchCriteria(
        List<SearchQuery.Text> text,
        Set<UserId> authors,
        Set<ChannelId> channels,
        Set<String> kinds,
        Set<String> mentioned,
        long fromMillis,
        long untilMillis) {}
