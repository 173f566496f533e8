package io.webchat.support.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

class StoreDocumentsTest {
    @Test
    void aDocumentDoesNotNameItsClass() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(StoreDocumentsAutoConfiguration.class))
                .withBean(
                        MappingMongoConverter.class,
                        () -> new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext()))
                .run(context -> {
                    var document = new Document();
                    context.getBean(MappingMongoConverter.class).write(new Stored("a"), document);

                    assertThat(document).isEqualTo(new Document("name", "a"));
                });
    }

    record Stored(String name) {}
}
