package io.webchat.benchmark.command;

/**
 * How calls are timed at a steady pace.
 *
 * @param perSecond how many begin in a second, whether or not earlier ones have been answered
 * @param warmUpSeconds for how long before either side's first round, untimed
 * @param roundSeconds for how long in a round
 * @param rounds how often either side has its turn
 */
record Pace(int perSecond, int warmUpSeconds, int roundSeconds, int rounds) {}
