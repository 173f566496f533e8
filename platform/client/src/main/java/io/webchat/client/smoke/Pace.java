package io.webchat.client.smoke;

/**
 * How the timed sends are made.
 *
 * @param warmUp how many go before, at the same pace, untimed
 * @param sends how many are timed
 * @param perSecond how many begin in a second, whether or not earlier ones have been answered
 */
record Pace(int warmUp, int sends, int perSecond) {
    Pace {
        if (warmUp < 0 || sends < 1 || perSecond < 1) {
            throw new IllegalArgumentException("warm-up: " + warmUp + ", sends: " + sends + ", per second: " + perSecond
                    + " (expected: >= 0, >= 1, >= 1)");
        }
    }

    int total() {
        return warmUp + sends;
    }
}
