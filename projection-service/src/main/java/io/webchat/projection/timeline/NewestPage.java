package io.webchat.projection.timeline;

import io.webchat.projection.store.Positioned;

/**
 * The newest messages of a channel.
 *
 * @param id of the channel
 * @param position the messages, and what hangs on them, are as they were right before it, or later
 * @param hasBefore whether there are older ones
 */
record NewestPage(String id, long position, UnnamedMessages shown, boolean hasBefore) implements Positioned {
    /** How many messages it has if there are as many: as many as a page has for whoever does not say. */
    static final int SIZE = 50;
}
