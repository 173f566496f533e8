package io.webchat.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The sessions in MongoDB. Rotation is one find-and-modify on the current hash, so exactly one of many wins. */
@Component
class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final MongoOperations mongo;
    private final RefreshTokens tokens;
    private final SessionProperties properties;
    private final Clock clock;

    Sessions(MongoOperations mongo, RefreshTokens tokens, SessionProperties properties, Clock clock) {
        this.mongo = mongo;
        this.tokens = tokens;
        this.properties = properties;
        this.clock = clock;
    }

    RefreshToken open(UserId userId) {
        var token = tokens.first(UUID.randomUUID().toString());
        var now = clock.instant();
        mongo.insert(new Session(
                token.sessionId(),
                userId.toString(),
                token.hash(),
                null,
                null,
                now,
                now.plus(properties.idleLifetime())));
        return token;
    }

    /** Exchanges a token for its successor; empty if it gives no access any more. A copy ends the session. */
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
        return rotated != null ? Optional.of(new Rotation(rotated.user(), successor)) : again(token, successor, now);
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
            return Optional.of(new Rotation(session.user(), successor));
        }
        LOG.warn("session {} of user {} revoked: an old refresh token was used", session.id(), session.userId());
        end(session.id());
        return Optional.empty();
    }

    /** Ends a session if the token is one of its last two. Does nothing otherwise. */
    void close(RefreshToken token) {
        var session = mongo.findById(token.sessionId(), Session.class);
        if (session != null && (token.hasHash(session.tokenHash()) || token.hasHash(session.previousTokenHash()))) {
            end(session.id());
        }
    }

    /** Removes what has expired: nothing depends on when. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void removeExpired() {
        mongo.remove(query(where("expiresAt").lt(clock.instant())), Session.class);
    }

    private void end(String sessionId) {
        mongo.remove(query(where("_id").is(sessionId)), Session.class);
    }

    record Rotation(UserId userId, RefreshToken token) {}
}
