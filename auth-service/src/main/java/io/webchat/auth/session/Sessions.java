package io.webchat.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.Accounts;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The sessions in MongoDB. Rotation is one find-and-modify on the current hash, so exactly one of many wins. The end of
 * a session is told once it is gone.
 */
@Component
public class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** More than anybody looks through. */
    private static final int LISTED = 100;

    private static final int LONGEST_USER_AGENT = 256;

    /** For how many rotations a copy of a token ends the session; with a rotation every ten minutes, half a week. */
    private static final int REMEMBERED_ROTATIONS = 500;

    private final MongoOperations mongo;
    private final Accounts accounts;
    private final RefreshTokens tokens;
    private final SessionEnds ends;
    private final SessionProperties properties;
    private final Clock clock;

    Sessions(
            MongoOperations mongo,
            Accounts accounts,
            RefreshTokens tokens,
            SessionEnds ends,
            SessionProperties properties,
            Clock clock) {
        this.mongo = mongo;
        this.accounts = accounts;
        this.tokens = tokens;
        this.ends = ends;
        this.properties = properties;
        this.clock = clock;
        mongo.indexOps(Session.class).createIndex(new Index("userId", Sort.Direction.ASC));
    }

    RefreshToken open(Account account, @Nullable String userAgent) {
        var token = tokens.first(UUID.randomUUID().toString());
        var now = clock.instant();
        mongo.insert(new Session(
                token.sessionId(),
                account.id(),
                token.hash(),
                null,
                null,
                now,
                now.plus(properties.idleLifetime()),
                account.passwordGeneration(),
                shortened(userAgent),
                null));
        return token;
    }

    /**
     * Exchanges a token for its successor; empty if it gives no access any more. A copy of an old one ends the session.
     */
    Optional<Rotation> rotate(RefreshToken token) {
        var now = clock.instant();
        var successor = tokens.successorOf(token);
        var rotated = mongo.findAndModify(
                query(where("_id")
                        .is(token.sessionId())
                        .and("tokenHash")
                        .is(token.hash())
                        .and("expiresAt")
                        .gt(now)),
                new Update()
                        .set("tokenHash", successor.hash())
                        .set("previousTokenHash", token.hash())
                        .set("rotatedAt", now)
                        .set("expiresAt", now.plus(properties.idleLifetime())),
                FindAndModifyOptions.options().returnNew(true),
                Session.class);
        return rotated != null ? Optional.of(new Rotation(rotated, successor)) : again(token, successor, now);
    }

    /** A token that is not the current one: replaced a moment ago, or a copy, or of no session at all. */
    private Optional<Rotation> again(RefreshToken token, RefreshToken successor, Instant now) {
        var session = mongo.findById(token.sessionId(), Session.class);
        if (session == null || !session.expiresAt().isAfter(now)) {
            return Optional.empty();
        }
        var replaced = session.rotatedAt();
        if (token.hasHash(session.previousTokenHash())
                && successor.hasHash(session.tokenHash())
                && replaced != null
                && replaced.plus(properties.rotationGrace()).isAfter(now)) {
            return Optional.of(new Rotation(session, successor));
        }
        if (isPredecessor(token, session)) {
            LOG.warn("session {} of user {} revoked: an old refresh token was used", session.id(), session.userId());
            end(session.id());
        }
        return Optional.empty();
    }

    /** Whether the token was once the session's, and not a guess with the session's id, which is no secret. */
    private boolean isPredecessor(RefreshToken token, Session session) {
        return Stream.iterate(token, tokens::successorOf)
                .limit(REMEMBERED_ROTATIONS)
                .anyMatch(later -> later.hasHash(session.tokenHash()));
    }

    /** Ends a session if the token is one of its last two. Does nothing otherwise. */
    void close(RefreshToken token) {
        var session = mongo.findById(token.sessionId(), Session.class);
        if (session != null && (token.hasHash(session.tokenHash()) || token.hasHash(session.previousTokenHash()))) {
            end(session.id());
        }
    }

    /**
     * The account of a caller whose session has not ended. An access token outlives its session by minutes, in which it
     * must not be good for ending other sessions, or for shutting the owner out. Throws {@code unauthenticated}.
     */
    public Account requireOpen(AuthenticatedUser caller) {
        var account = accounts.require(caller.userId());
        var session = mongo.findById(caller.sessionId(), Session.class);
        if (session == null
                || !session.userId().equals(account.id())
                || !session.expiresAt().isAfter(clock.instant())
                || !session.isAdmittedBy(account)) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The session of this access token has ended.");
        }
        return account;
    }

    /** Those of an account that go on, the one used last first; at most a hundred. */
    List<Session> of(Account account) {
        var open = query(where("userId").is(account.id()).and("expiresAt").gt(clock.instant()))
                .with(Sort.by(Sort.Direction.DESC, "expiresAt"))
                .limit(LISTED);
        return mongo.find(open, Session.class).stream()
                .filter(session -> session.isAdmittedBy(account))
                .toList();
    }

    /** Ends a session if it is the account's. Does nothing otherwise. */
    void revoke(Account account, String sessionId) {
        end(query(where("_id").is(sessionId).and("userId").is(account.id())));
    }

    void revokeAll(Account account) {
        end(query(where("userId").is(account.id())));
    }

    /**
     * Removes what a changed password has ended. The account decides which sessions go on, at every refresh; this only
     * tidies up, so that nothing is lost if it does not happen.
     */
    public void removeEnded(Account account) {
        var ended = mongo.find(query(where("userId").is(account.id())), Session.class).stream()
                .filter(session -> !session.isAdmittedBy(account))
                .map(Session::id)
                .toList();
        end(query(where("_id").in(ended)));
    }

    /** Removes what has expired: nothing depends on when. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void removeExpired() {
        mongo.remove(query(where("expiresAt").lt(clock.instant())), Session.class);
    }

    void end(String sessionId) {
        end(query(where("_id").is(sessionId)));
    }

    /** What another request has removed meanwhile, that one tells of; who is told twice takes no harm. */
    private void end(Query which) {
        var ended = mongo.find(which, Session.class).stream().map(Session::id).toList();
        if (!ended.isEmpty()) {
            try {
                mongo.remove(query(where("_id").in(ended)), Session.class);
            } finally {
                // It may be done though it fails. Whose session goes on comes back with the next access token.
                ends.tell(ended);
            }
        }
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }

    record Rotation(Session session, RefreshToken token) {}
}
