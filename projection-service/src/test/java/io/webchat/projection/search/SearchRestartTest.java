package io.webchat.projection.search;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.log.Ids;
import io.webchat.log.LogEpoch;
import io.webchat.projection.Community;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.projection.Queries;
import io.webchat.test.ServiceInstance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instance makes of the index that an earlier one has left. */
class SearchRestartTest {
    private static final String SEARCH = "/api/search/messages?q={typed}";

    @TempDir
    private Path directory;

    private final String database = "MONGO_DATABASE=restart-" + UUID.randomUUID();

    @Test
    void itGoesOnWhereTheIndexWasCommittedOrBuildsTheIndexOfAnotherLogAnew() throws IOException {
        Community community;
        LogEpoch epoch;
        try (var first = start()) {
            community = Community.founded(first);
            community.posted("continued");
            hasFound(first, community, 1);
            epoch = first.bean(LogEpoch.class);
        }

        // Known to the index alone: whoever reads the whole log again does not know it.
        putInto(epoch, community);
        try (var second = start()) {
            community.posted("continued again");
            hasFound(second, community, 3);
        }

        putInto(new LogEpoch("another"), community);
        try (var third = start()) {
            hasFound(third, community, 2);
        }
    }

    private ServiceInstance start() {
        return ServiceInstance.start(
                ProjectionServiceApplication.class, database, "webchat.search.directory=" + directory);
    }

    private static void hasFound(ServiceInstance instance, Community community, int total) {
        Queries.at(instance)
                .found(community, community.owner, SEARCH, "continued")
                .jsonPath("$.total")
                .isEqualTo(total);
    }

    private void putInto(LogEpoch epoch, Community community) throws IOException {
        try (var index = SearchIndex.open(directory.resolve("projection-service-0"), epoch)) {
            index.put(SearchDocument.of(MessageEvent.Posted.text(
                    community.server,
                    community.channel,
                    new MessageId(Ids.fresh()),
                    community.owner.id(),
                    "continued nowhere",
                    SearchHistory.AT)));
            index.commit(index.committed());
        }
    }
}
