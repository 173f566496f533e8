package io.webchat.auth.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says when the newest complete backup was begun, by what its maker has noted in the store. A restored platform begins
 * without a note: what it was restored from is no backup of what is said since.
 */
@Component
class NewestBackup {
    static final String COLLECTION = "backups";
    static final String ID = "newest";
    static final String BEGUN_AT = "begunAt";

    private static final Logger LOG = LoggerFactory.getLogger(NewestBackup.class);
    private static final double NONE = 0;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final MongoTemplate mongo;
    private volatile double begunAt = Double.NaN;

    NewestBackup(MongoTemplate mongo, MeterRegistry registry) {
        this.mongo = mongo;
        Gauge.builder("webchat.backup.begun", this, newest -> newest.begunAt)
                .baseUnit("seconds")
                .description("When the newest complete backup was begun, since 1970; 0 if there is none")
                .register(registry);
    }

    /** What was known stays while the store does not answer. */
    @Scheduled(fixedDelayString = "PT15S")
    void look() {
        try {
            var note = mongo.findById(ID, Document.class, COLLECTION);
            begunAt = note == null ? NONE : note.getDate(BEGUN_AT).getTime() / MILLIS_PER_SECOND;
        } catch (DataAccessException e) {
            LOG.debug("the store does not say when the newest backup was begun", e);
        }
    }
}
