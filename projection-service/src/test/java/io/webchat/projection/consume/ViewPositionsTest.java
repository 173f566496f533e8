package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.projection.consume.ViewPositions.Step;
import io.webchat.projection.store.ViewCollections;
import io.webchat.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@ServiceTest
class ViewPositionsTest {
    private final View view = new View("positions-" + Ids.fresh(), Topic.MESSAGES);
    private final ViewPositions positions;
    private final MongoTemplate mongo;

    @Autowired
    ViewPositionsTest(ViewPositions positions, MongoTemplate mongo) {
        this.positions = positions;
        this.mongo = mongo;
    }

    @Test
    void severalPartitionsMoveForwardAtOnce() {
        assertThat(positions.advance(view, List.of(new Step(0, 0, 5), new Step(7, 0, 9))))
                .isEmpty();
        assertThat(positions.advance(view, List.of(new Step(0, 5, 6), new Step(7, 9, 12), new Step(3, 0, 1))))
                .isEmpty();

        assertThat(positions.stored(view, List.of(0, 3, 7, 8))).isEqualTo(Map.of(0, 6L, 3, 1L, 7, 12L));
    }

    @Test
    void aPartitionWhosePositionTheStoreHasLostStaysBehindAlone() {
        positions.advance(view, List.of(new Step(0, 0, 5), new Step(7, 0, 9)));
        mongo.remove(Query.query(Criteria.where("_id").regex("^" + view.name() + ".*/7$")), ViewCollections.POSITIONS);

        var there = new Step(0, 5, 6);
        var lost = new Step(7, 9, 12);
        assertThat(positions.advance(view, List.of(there, lost))).containsExactly(lost);

        assertThat(positions.stored(view, List.of(0, 7))).isEqualTo(Map.of(0, 6L));
    }

    @Test
    void aLateWriterMovesNothingBack() {
        positions.advance(view, List.of(new Step(0, 0, 9)));

        assertThat(positions.advance(view, List.of(new Step(0, 5, 6)))).isEmpty();
        assertThat(positions.stored(view, List.of(0))).isEqualTo(Map.of(0, 9L));
    }
}
