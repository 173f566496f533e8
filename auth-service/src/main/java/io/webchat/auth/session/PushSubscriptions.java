package io.webchat.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.Accounts;
import io.webchat.domain.user.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Where browsers can be reached. A session has one subscription at most, which is a part of it: what ends the session
 * takes it away. A browser belongs to the session that subscribed it last, so that nobody gets what is for whoever was
 * logged in there before.
 */
@Component
public class PushSubscriptions {
    /** Nobody has as many browsers; whoever makes them up is not to keep others waiting. */
    private static final int MOST = 10;

    private static final String FIELD = "pushSubscription";
    private static final String ENDPOINT = FIELD + ".endpoint";

    /** The endpoint once more, which one session only can have. Subscriptions of former versions are without it. */
    private static final String OWNED = "pushEndpoint";

    /** More sessions are not opened in one browser at once. */
    private static final int ATTEMPTS = 10;

    private final MongoOperations mongo;
    private final Accounts accounts;
    private final Clock clock;

    PushSubscriptions(MongoOperations mongo, Accounts accounts, Clock clock) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.clock = clock;
        mongo.indexOps(Session.class).createIndex(new Index(ENDPOINT, Sort.Direction.ASC).sparse());
        mongo.indexOps(Session.class)
                .createIndex(new Index(OWNED, Sort.Direction.ASC).unique().sparse());
    }

    /** A browser that can be reached, and whose it is. */
    public record Subscribed(String sessionId, UserId user, PushSubscription subscription) {}

    /** That of a session. */
    public Optional<PushSubscription> of(String sessionId) {
        return Optional.ofNullable(mongo.findById(sessionId, Session.class)).map(Session::pushSubscription);
    }

    /** Replaces what the session had. Does nothing if it has ended. */
    public void put(String sessionId, PushSubscription subscription) {
        for (var attempt = 1; !isPut(sessionId, subscription); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new ConcurrencyFailureException("other sessions subscribe the same browser again and again");
            }
        }
    }

    /** Not if another session was faster with the same browser. */
    private boolean isPut(String sessionId, PushSubscription subscription) {
        var endpoint = subscription.endpoint();
        mongo.updateMulti(query(where(ENDPOINT).is(endpoint).and("_id").ne(sessionId)), none(), Session.class);
        try {
            mongo.updateFirst(
                    query(where("_id").is(sessionId)),
                    new Update().set(FIELD, subscription).set(OWNED, endpoint),
                    Session.class);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Takes away what the session has. */
    public void remove(String sessionId) {
        mongo.updateFirst(query(where("_id").is(sessionId)), none(), Session.class);
    }

    /** Takes away one that its push service does not know any more, unless the session has another one by now. */
    public void remove(Subscribed gone) {
        mongo.updateFirst(
                query(where("_id")
                        .is(gone.sessionId())
                        .and(ENDPOINT)
                        .is(gone.subscription().endpoint())),
                none(),
                Session.class);
    }

    /** Those of the sessions of these people that go on: of each at most {@value #MOST}, those used last. */
    public List<Subscribed> of(Collection<UserId> users) {
        var ids = users.stream().map(UserId::toString).toList();
        var known = new HashMap<UserId, Optional<Account>>();
        var found = new HashMap<UserId, Integer>();
        return mongo.find(query(open().and("userId").in(ids)), Session.class).stream()
                .sorted(Comparator.comparing(Session::lastUsedAt).reversed())
                .filter(session -> known.computeIfAbsent(session.user(), accounts::find)
                        .filter(session::isAdmittedBy)
                        .isPresent())
                .filter(session -> found.merge(session.user(), 1, Integer::sum) <= MOST)
                .flatMap(session -> Optional.ofNullable(session.pushSubscription())
                        .map(subscription -> new Subscribed(session.id(), session.user(), subscription))
                        .stream())
                .toList();
    }

    /** Everybody who has one. */
    public Set<UserId> users() {
        var all = query(open());
        all.fields().include("userId");
        return mongo.find(all, Document.class, Session.COLLECTION).stream()
                .map(session -> UserId.parse(session.getString("userId")))
                .collect(Collectors.toSet());
    }

    private static Update none() {
        return new Update().unset(FIELD).unset(OWNED);
    }

    private Criteria open() {
        return where("expiresAt").gt(clock.instant()).and(FIELD).exists(true);
    }
}
