package io.webchat.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreProductTest {
    @Test
    void a_real_mongodb_is_named_with_its_version() {
        var product = StoreProduct.of(new Document("version", "8.0.4").append("gitVersion", "bc35ab4305d9920d"));

        assertThat(product).isEqualTo(new StoreProduct("MongoDB", "8.0.4", true));
        assertThat(product).hasToString("MongoDB 8.0.4");
    }

    @Test
    void what_only_speaks_its_protocol_is_not_taken_for_it() {
        var info = new Document("version", "7.0.77").append("gitVersion", "0").append("ferretdb", new Document());

        assertThat(StoreProduct.of(info)).isEqualTo(new StoreProduct("FerretDB", "7.0.77", false));
        assertThat(StoreProduct.of(info)).asString().contains("not MongoDB");
    }
}
