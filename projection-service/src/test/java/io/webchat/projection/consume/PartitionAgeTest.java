package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartitionAgeTest {
    private final PartitionAge age = new PartitionAge();

    @Test
    void nobodyKnowsHowOldIsWhatWasNeverCurrent() {
        assertThat(age.at(seconds(1))).isEmpty();

        age.look(7, seconds(1), 6);

        assertThat(age.at(seconds(2))).isEmpty();
    }

    @Test
    void whatContainsEverythingIsAsOldAsTheLook() {
        age.look(7, seconds(1), 7);

        assertThat(age.at(seconds(1))).contains(Duration.ZERO);
        assertThat(age.at(seconds(3))).contains(Duration.ofSeconds(2));
    }

    @Test
    void whatStandsStillGrowsOld() {
        age.look(7, seconds(1), 7);
        age.look(8, seconds(2), 7);
        age.look(9, seconds(3), 7);

        assertThat(age.at(seconds(4))).contains(Duration.ofSeconds(3));
    }

    @Test
    void whatFollowsAtADistanceIsAsOldAsTheDistance() {
        for (var second = 1; second <= 2 * PartitionAge.KEPT; second++) {
            age.look(100L * second, seconds(second), 100L * (second - 3));
        }

        assertThat(age.at(seconds(2 * PartitionAge.KEPT))).contains(Duration.ofSeconds(3));
    }

    @Test
    void whatHasCaughtUpIsYoungAgain() {
        age.look(7, seconds(1), 7);
        for (var second = 2; second <= 2 * PartitionAge.KEPT; second++) {
            age.look(7 + second, seconds(second), 7);
        }
        age.look(5_000, seconds(5_000), 5_000);

        assertThat(age.at(seconds(5_001))).contains(Duration.ofSeconds(1));
    }

    @Test
    void whatTheStoreHasLostIsNotContained() {
        age.look(7, seconds(1), 7);
        age.look(9, seconds(2), 6);

        assertThat(age.at(seconds(3))).isEmpty();

        age.look(9, seconds(4), 7);
        assertThat(age.at(seconds(5))).contains(Duration.ofSeconds(4));
    }

    @Test
    void whatIsNoRecordIsNotWaitedFor() {
        age.look(9, seconds(1), 9);
        age.look(10, seconds(2), 9);
        age.look(9, seconds(3), 9);
        assertThat(age.at(seconds(3))).contains(Duration.ZERO);

        age.look(12, seconds(4), 9);
        assertThat(age.at(seconds(5))).contains(Duration.ofSeconds(2));
    }

    /** The law, whenever one looks, however the log grows and the view follows. */
    @Test
    void aViewContainsEverythingThatTheLogHadSoLongAgo() {
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var partition = new PartitionAge();
            var ends = new ArrayList<Integer>();
            var position = 0;
            for (var second = 0; second < 200; second++) {
                ends.add((second == 0 ? 0 : ends.getLast()) + random.nextInt(3));
                position += random.nextInt(ends.getLast() - position + 1);
                if (random.nextBoolean()) {
                    partition.look(ends.getLast(), seconds(second), position);
                }
                var told = partition.at(seconds(second));
                if (told.isPresent()) {
                    var then = second - (int) told.get().toSeconds();
                    assertThat(position)
                            .as("seed %d, second %d, age %s", seed, second, told)
                            .isGreaterThanOrEqualTo(ends.get(then));
                }
            }
            assertThat(partition.at(seconds(200))).as("seed %d", seed).isPresent();
        }
    }

    private static long seconds(int number) {
        return Duration.ofSeconds(number).toNanos();
    }
}
