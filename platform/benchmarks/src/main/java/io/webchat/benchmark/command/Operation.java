package io.webchat.benchmark.command;

/** One of the calls that are timed; {@code index} counts them from 0. Called by many threads at once. */
@FunctionalInterface
interface Operation {
    void call(int index) throws Exception;
}
