package io.webchat.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The consistency tokens that a user's next request has to carry. An answer's token covers the tokens that its request
 * carried, so it takes their place: one token remains, except while requests overlap. Safe from any thread.
 */
final class ConsistencyTokens {
    private final Set<String> held = new LinkedHashSet<>();

    /** What a request that begins now carries. */
    synchronized List<String> held() {
        return new ArrayList<>(held);
    }

    /** An answer came with a token; the request had carried {@code sent}. */
    synchronized void answered(List<String> sent, String token) {
        sent.forEach(held::remove);
        held.add(token);
    }

    /** A token that came by another way, such as a frame of the gateway. */
    synchronized void add(String token) {
        held.add(token);
    }
}
