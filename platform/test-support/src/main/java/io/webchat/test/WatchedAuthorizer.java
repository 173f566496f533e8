package io.webchat.test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, and what it did not allow; Kafka makes its instances. */
public final class WatchedAuthorizer extends StandardAuthorizer {
    private static final Set<String> DENIED = new ConcurrentSkipListSet<>();

    /** What it has not allowed since the last {@link #forget}, such as {@code User:a WRITE TOPIC webchat.users}. */
    static Set<String> denied() {
        return Set.copyOf(DENIED);
    }

    static void forget() {
        DENIED.clear();
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext request, List<Action> actions) {
        var results = super.authorize(request, actions);
        IntStream.range(0, actions.size())
                .filter(i -> results.get(i) == AuthorizationResult.DENIED)
                // Kafka also asks what somebody could see, and shows them just that.
                .filter(i -> actions.get(i).logIfDenied())
                .mapToObj(actions::get)
                .map(action -> request.principal() + " " + action.operation() + " "
                        + action.resourcePattern().resourceType() + " "
                        + action.resourcePattern().name())
                .forEach(DENIED::add);
        return results;
    }
}
