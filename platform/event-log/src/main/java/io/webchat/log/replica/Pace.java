package io.webchat.log.replica;

import java.time.Duration;

/**
 * How a reader of the log keeps from paying for each record alone: after a few records it waits a moment before it asks
 * for more, and what comes meanwhile comes together. A record that follows a longer silence does not wait, nor does a
 * reader that has much to catch up on.
 *
 * @param moment how long it waits, and so how much later a record may be read
 * @param enough a read of as many records is worth its price: the next one follows at once
 */
public record Pace(Duration moment, int enough) {
    /** Each record as soon as it is there, for readers whom somebody waits for. */
    public static final Pace AT_ONCE = new Pace(Duration.ZERO, 0);

    /** For views: 50 milliseconds, unless 100 records came. */
    public static final Pace GATHERING = new Pace(Duration.ofMillis(50), 100);

    /**
     * Waits, if it is worth it, after so many records have been read. Returns early if interrupted (the flag stays
     * set).
     */
    public void after(int records) {
        if (records == 0 || records >= enough) {
            return;
        }
        try {
            Thread.sleep(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
