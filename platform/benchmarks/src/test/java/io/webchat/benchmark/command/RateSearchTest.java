package io.webchat.benchmark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class RateSearchTest {

    @Test
    void it_grows_by_half_until_a_rate_is_missed_twice_then_halves_the_gap() {
        var search = new RateSearch(400, 20);

        assertThat(tried(search, rate -> rate <= 1_000))
                .containsExactly(400, 600, 900, 1350, 1350, 1125, 1125, 1012, 1012, 956);
        assertThat(search.highestHeld()).isEqualTo(956);
        assertThat(search.isBounded()).isTrue();
    }

    @Test
    void a_rate_that_holds_at_its_second_trial_has_held() {
        var search = new RateSearch(400, 20);
        search.tried(false);

        assertThat(search.next()).isEqualTo(400);
        search.tried(true);

        assertThat(search.highestHeld()).isEqualTo(400);
        assertThat(search.next()).isEqualTo(600);
    }

    @Test
    void a_first_rate_that_is_too_high_is_halved() {
        var search = new RateSearch(400, 20);

        assertThat(tried(search, rate -> rate <= 110)).startsWith(400, 400, 200, 200, 100, 150, 150);
        assertThat(search.highestHeld()).isBetween(100, 110);
    }

    @Test
    void it_ends_when_the_trials_are_used_up_and_says_that_nothing_was_missed() {
        var search = new RateSearch(100, 3);

        assertThat(tried(search, rate -> true)).containsExactly(100, 150, 225);
        assertThat(search.highestHeld()).isEqualTo(225);
        assertThat(search.isBounded()).isFalse();
    }

    @Test
    void what_never_holds_ends_at_zero() {
        var search = new RateSearch(4, 20);

        assertThat(tried(search, rate -> false)).containsExactly(4, 4, 2, 2, 1, 1);
        assertThat(search.highestHeld()).isZero();
    }

    private static List<Integer> tried(RateSearch search, IntPredicate holds) {
        var rates = new ArrayList<Integer>();
        while (!search.isOver()) {
            rates.add(search.next());
            search.tried(holds.test(search.next()));
        }
        return rates;
    }
}
