package io.webchat.benchmark.push;

import io.webchat.client.Endpoints;

/**
 * What is measured, and how much of it.
 *
 * @param pushPort where the instance takes connections on the loopback address
 * @param pushProcess its process
 * @param connections how many there are in the end; file descriptors limit a process to about 19,000
 */
record Plan(Endpoints endpoints, int pushPort, long pushProcess, String bootstrapServers, int connections) {
    static final int CONNECTIONS = 18_000;
    /** From where the slope of memory is measured, when everything that is loaded once has been. */
    static final int FEW_CONNECTIONS = 2_000;

    static final int SUBSCRIBERS = 1_000;
    /** Each of them of this many characters. */
    static final int MESSAGE_CHARACTERS = 200;
    /** One after another: the next when the last one has arrived everywhere. */
    static final int SINGLE_MESSAGES = 500;

    /** So slowly that sockets and readers come to rest in between. */
    static final int SELDOM_MESSAGES = 100;

    static final int SELDOM_MESSAGES_PER_SECOND = 10;
    static final int BURSTS = 10;
    static final int BURST_MESSAGES = 16;

    static final int ROOM_MEMBERS = 50;
    static final int ROOM_MESSAGES_PER_SECOND = 200;
    static final int ROOM_SECONDS = 10;
    static final int ROOM_ROUNDS = 3;

    static final int CONNECTS_PER_SECOND = 500;

    Plan {
        if (connections <= FEW_CONNECTIONS + SUBSCRIBERS - 1 || connections > CONNECTIONS) {
            throw new IllegalArgumentException(
                    "connections: " + connections + " (expected: 3000 to " + CONNECTIONS + ")");
        }
    }
}
