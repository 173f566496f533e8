/**
 * How many requests somebody may make: token buckets, one for each class of routes and each user or address.
 *
 * <p>Guarantees: while Redis answers, all instances of all services count in the same buckets, and a bucket never gives
 * more than it holds, however many requests arrive at once. While Redis is away or slow, each instance counts by
 * itself, so that somebody may get as often what they may as there are instances; a request is never refused, nor made
 * to fail, because Redis does not answer. Limits of that: buckets are filled by the clocks of the instances, which must
 * agree to about a second, and after Redis has lost its data every bucket is full.
 *
 * <p>Users are known by their access tokens. Everybody else is known by their address, as the gateway reports it: what
 * a client itself writes into {@code X-Forwarded-For} is not believed.
 */
@NullMarked
package io.webchat.support.rate;

import org.jspecify.annotations.NullMarked;
