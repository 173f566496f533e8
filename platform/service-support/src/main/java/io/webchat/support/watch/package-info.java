/**
 * What operators are told about everything that a service depends on: whether it answers, whether the log carries a
 * record from one end to the other, and how far every consumer is, seen from outside of it.
 */
@NullMarked
package io.webchat.support.watch;

import org.jspecify.annotations.NullMarked;
