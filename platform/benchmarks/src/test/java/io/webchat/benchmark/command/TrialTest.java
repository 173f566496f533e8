package io.webchat.benchmark.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.benchmark.FailedCallException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final int LIMIT = 50;
    private static final long QUICK = 2_000_000;
    private static final long SLOW = 50_000_000;

    @Test
    void it_holds_if_99_of_100_were_answered_within_the_limit() {
        var trial = Trial.of(20, LIMIT, 100, calls(99, QUICK, answered(SLOW)));

        assertThat(trial).isEqualTo(new Trial(20, 0, 2.0, true));
    }

    @Test
    void it_is_missed_if_98_of_100_were() {
        var trial = Trial.of(20, LIMIT, 100, calls(98, QUICK, answered(SLOW), answered(SLOW)));

        assertThat(trial).isEqualTo(new Trial(20, 0, 50.0, false));
    }

    @Test
    void a_send_that_failed_was_not_answered_in_time() {
        var trial = Trial.of(20, LIMIT, 100, calls(98, QUICK, failed(), failed()));

        assertThat(trial).isEqualTo(new Trial(20, 2, 2.0, false));
    }

    @Test
    void one_that_ended_early_is_missed_and_has_no_percentile() {
        var trial = Trial.of(20, LIMIT, 100, calls(90, QUICK));

        assertThat(trial).isEqualTo(new Trial(20, 0, null, false));
    }

    @Test
    void one_in_which_nothing_was_answered_is_no_figure() {
        assertThatThrownBy(() -> Trial.of(20, LIMIT, 100, calls(0, QUICK, failed(), failed())))
                .isInstanceOf(FailedCallException.class);
    }

    @Test
    void it_is_hopeless_when_more_than_one_of_a_hundred_must_be_older_than_the_limit() {
        // 50 begin within the limit, and 50 of 5,000 may be older.
        assertThat(Trial.hopeless(5_000, 1_000, LIMIT)).isEqualTo(100);
    }

    @SafeVarargs
    private static List<Future<Long>> calls(int count, long nanos, Future<Long>... others) {
        return Stream.concat(Collections.nCopies(count, answered(nanos)).stream(), Stream.of(others))
                .toList();
    }

    private static Future<Long> answered(long nanos) {
        return CompletableFuture.completedFuture(nanos);
    }

    private static Future<Long> failed() {
        return CompletableFuture.failedFuture(new IllegalStateException("no"));
    }
}
