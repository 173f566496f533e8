package io.webchat.projection.search;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import java.io.IOException;

/**
 * Folds what happens to messages into an index. The first record with a message id is the message, a change counts once
 * and in its order: so what an index has read before, it may read again, from any earlier position.
 */
final class SearchProjection {
    private SearchProjection() {}

    static void apply(MessageEvent event, SearchIndex index) throws IOException {
        switch (event) {
            case MessageEvent.Posted e -> post(e, index);
            case MessageChange e -> change(e, index);
            case PinEvent e -> {}
            case ThreadEvent e -> {}
        }
    }

    private static void post(MessageEvent.Posted posted, SearchIndex index) throws IOException {
        if (index.find(SearchDocument.id(posted)).isEmpty()) {
            index.put(SearchDocument.of(posted));
        }
    }

    private static void change(MessageChange change, SearchIndex index) throws IOException {
        var known = index.find(SearchDocument.id(change));
        if (known.isPresent()) {
            var after = known.get().evolve(change);
            if (after != known.get()) {
                index.put(after);
            }
        }
    }
}
