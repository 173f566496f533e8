package io.webchat.auth.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The accounts in MongoDB. Makes its indexes when the service starts, because uniqueness rests on them. */
@Component
public class Accounts {
    private static final String EMAIL_KEY = "emailKey";
    private static final String USERNAME_KEY = "usernameKey";
    private static final String PASSWORD_GENERATION = "passwordGeneration";
    private static final String PROFILE_REVISION = "profileRevision";
    private static final String UNANNOUNCED_SINCE = "unannouncedSince";
    private static final String ANNOUNCING_UNTIL = "announcingUntil";

    private final MongoOperations mongo;

    Accounts(MongoOperations mongo) {
        this.mongo = mongo;
        var indexes = mongo.indexOps(Account.class);
        indexes.createIndex(new Index(EMAIL_KEY, Sort.Direction.ASC).unique());
        indexes.createIndex(new Index(USERNAME_KEY, Sort.Direction.ASC).unique());
        indexes.createIndex(new Index(UNANNOUNCED_SINCE, Sort.Direction.ASC).sparse());
    }

    /** Stores a new account. Throws {@link AccountTakenException} if another has its address or name. */
    public void add(Account account) {
        try {
            mongo.insert(account);
        } catch (DuplicateKeyException e) {
            requireFree(account.emailKey(), account.usernameKey());
            throw e;
        }
    }

    /** Throws {@link AccountTakenException} if an account has this address or this name. */
    public void requireFree(String emailKey, String usernameKey) {
        var emailTaken = mongo.exists(query(where(EMAIL_KEY).is(emailKey)), Account.class);
        var usernameTaken = mongo.exists(query(where(USERNAME_KEY).is(usernameKey)), Account.class);
        if (emailTaken || usernameTaken) {
            throw new AccountTakenException(emailTaken, usernameTaken);
        }
    }

    public Optional<Account> find(UserId userId) {
        return Optional.ofNullable(mongo.findById(userId.toString(), Account.class));
    }

    /** Those of these people that there are. */
    public List<Account> find(Collection<UserId> userIds) {
        var ids = userIds.stream().map(UserId::toString).toList();
        return mongo.find(query(where("_id").in(ids)), Account.class);
    }

    /** The account of somebody who has an access token; it may have gone since. */
    public Account require(UserId userId) {
        return find(userId)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAUTHENTICATED, "The account of this access token does not exist any more."));
    }

    /** Finds an account by its e-mail address or its username. No username contains an {@code @}. */
    public Optional<Account> findByLogin(String login) {
        var key = login.indexOf('@') >= 0
                ? where(EMAIL_KEY).is(EmailAddress.keyOf(login))
                : where(USERNAME_KEY).is(login.strip().toLowerCase(Locale.ROOT));
        return Optional.ofNullable(mongo.findOne(query(key), Account.class));
    }

    /** Replaces the hash unless it has been replaced meanwhile. */
    public void rehash(Account account, String passwordHash) {
        mongo.updateFirst(
                query(where("_id").is(account.id()).and("passwordHash").is(account.passwordHash())),
                Update.update("passwordHash", passwordHash),
                Account.class);
    }

    /**
     * Gives an account another password. In one step with it, all sessions end but the given one, which goes on.
     *
     * @return the account as it is then; empty if the password was changed meanwhile
     */
    public Optional<Account> changePassword(Account account, String passwordHash, String keptSessionId) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(account.id()).and(PASSWORD_GENERATION).is(account.passwordGeneration())),
                new Update()
                        .set("passwordHash", passwordHash)
                        .inc(PASSWORD_GENERATION, 1)
                        .set("keptSessionId", keptSessionId),
                FindAndModifyOptions.options().returnNew(true),
                Account.class));
    }

    /** Accounts whose announcement has been due since before the given time, the oldest first. */
    public List<Account> unannouncedBefore(Instant time, int limit) {
        return mongo.find(
                query(where(UNANNOUNCED_SINCE).lt(time))
                        .with(Sort.by(UNANNOUNCED_SINCE))
                        .limit(limit),
                Account.class);
    }

    /**
     * Gives an account another profile, which is to be announced from then on.
     *
     * @return the account as it is then; empty if the profile is as wanted already
     */
    public Optional<Account> changeProfile(UserId userId, ProfileChange change, Instant at) {
        if (change.isEmpty()) {
            return Optional.empty();
        }
        var differs = new Criteria()
                .orOperator(change.wanted().entrySet().stream()
                        .map(field -> where(field.getKey()).ne(field.getValue()))
                        .toList());
        var update = new Update()
                .inc(PROFILE_REVISION, 1)
                .set("profileChangedAt", at)
                .set(UNANNOUNCED_SINCE, at);
        change.wanted().forEach((field, value) -> {
            if (value == null) {
                update.unset(field);
            } else {
                update.set(field, value);
            }
        });
        return Optional.ofNullable(mongo.findAndModify(
                query(new Criteria().andOperator(where("_id").is(userId.toString()), differs)),
                update,
                FindAndModifyOptions.options().returnNew(true),
                Account.class));
    }

    /**
     * Takes the sole right to announce an account, so that what the log hears last is what the account is.
     *
     * @param until when somebody else may take it, unless it is given back before
     * @return the account as it is now; empty if there is nothing to announce, or if somebody else has the right
     */
    public Optional<Account> claimAnnouncement(UserId userId, Instant now, Instant until) {
        var unclaimed = new Criteria()
                .orOperator(
                        where(ANNOUNCING_UNTIL).is(null),
                        where(ANNOUNCING_UNTIL).lte(now));
        return Optional.ofNullable(mongo.findAndModify(
                query(new Criteria()
                        .andOperator(
                                where("_id").is(userId.toString()),
                                where(UNANNOUNCED_SINCE).ne(null),
                                unclaimed)),
                new Update().set(ANNOUNCING_UNTIL, until),
                FindAndModifyOptions.options().returnNew(true),
                Account.class));
    }

    /**
     * Remembers that an account is announced as it was when the right to do so was taken, and gives the right back.
     *
     * @return false if the profile was changed meanwhile and is to be announced again
     */
    public boolean markAnnounced(Account claimed) {
        var unchanged =
                query(where("_id").is(claimed.id()).and(PROFILE_REVISION).is(claimed.profileRevision()));
        var marked = mongo.updateFirst(
                unchanged, new Update().unset(UNANNOUNCED_SINCE).unset(ANNOUNCING_UNTIL), Account.class);
        if (marked.getMatchedCount() == 0) {
            giveBackAnnouncement(claimed);
        }
        return marked.getMatchedCount() > 0;
    }

    /** Gives back the right to announce an account, if it has not run out. */
    public void giveBackAnnouncement(Account claimed) {
        mongo.updateFirst(
                query(where("_id").is(claimed.id()).and(ANNOUNCING_UNTIL).is(claimed.announcingUntil())),
                new Update().unset(ANNOUNCING_UNTIL),
                Account.class);
    }
}
