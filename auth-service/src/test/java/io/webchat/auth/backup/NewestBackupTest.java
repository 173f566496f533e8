package io.webchat.auth.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.auth.AuthServiceTest;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

@AuthServiceTest
class NewestBackupTest {
    private static final Instant BEGUN_AT = Instant.parse("2026-05-03T03:17:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Autowired
    private MongoTemplate mongo;

    @AfterEach
    void removeNotes() {
        mongo.dropCollection(NewestBackup.COLLECTION);
    }

    @Test
    void whatWasNotedIsTold() {
        var newest = new NewestBackup(mongo, registry);
        assertThat(told()).isNaN();
        newest.look();
        assertThat(told()).isZero();

        mongo.save(
                new Document("_id", NewestBackup.ID).append(NewestBackup.BEGUN_AT, Date.from(BEGUN_AT)),
                NewestBackup.COLLECTION);
        newest.look();
        assertThat(told()).isEqualTo(BEGUN_AT.getEpochSecond());
    }

    @Test
    void aStoreThatDoesNotAnswerChangesNothing() {
        var store = mock(MongoTemplate.class);
        doThrow(new DataAccessResourceFailureException("away")).when(store).findById(any(), any(), anyString());

        new NewestBackup(store, registry).look();

        assertThat(told()).isNaN();
    }

    private double told() {
        return registry.get("webchat.backup.begun").gauge().value();
    }
}
