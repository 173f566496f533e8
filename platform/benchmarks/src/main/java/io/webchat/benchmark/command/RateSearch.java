package io.webchat.benchmark.command;

/**
 * Looks for the highest rate that holds: half as much again each time until one is missed, then halfway between the
 * highest that held and the lowest that was missed, until those are close or the trials are used up.
 *
 * <p>A rate counts as missed when two trials in a row miss it: one pause of the machine is not the rate's fault. Ask
 * {@link #next} and answer {@link #tried}, so that two searches can take turns.
 */
final class RateSearch {
    private static final double GROWTH = 1.5;
    private static final double CLOSE = 1.1;

    private int next;
    private int trialsLeft;
    private int highestHeld;
    private int lowestMissed = Integer.MAX_VALUE;
    private boolean missedOnce;

    /**
     * @param first the rate to begin with, in calls a second
     * @param trials how many there may be
     */
    RateSearch(int first, int trials) {
        this.next = first;
        this.trialsLeft = trials;
    }

    boolean isOver() {
        return trialsLeft == 0 || next < 1 || isBounded() && lowestMissed <= highestHeld * CLOSE;
    }

    /** The rate to try. */
    int next() {
        return next;
    }

    /** What came of trying {@link #next}. */
    void tried(boolean held) {
        trialsLeft--;
        if (!held && !missedOnce) {
            missedOnce = true;
            return;
        }
        missedOnce = false;
        if (held) {
            highestHeld = next;
        } else {
            lowestMissed = next;
        }
        next = following();
    }

    /** The highest rate that held; 0 if none did. */
    int highestHeld() {
        return highestHeld;
    }

    /** Whether a higher rate was missed: otherwise there was no time left to try one. */
    boolean isBounded() {
        return lowestMissed < Integer.MAX_VALUE;
    }

    private int following() {
        return isBounded() ? (highestHeld + lowestMissed) / 2 : (int) (highestHeld * GROWTH);
    }
}
