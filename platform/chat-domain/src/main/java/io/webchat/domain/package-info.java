/**
 * What WebChat is about, as pure functions over immutable values.
 *
 * <p>Every aggregate has the same parts: <i>commands</i> (what somebody wants), <i>events</i> (what happened), a
 * <i>state</i> with its fold ({@code evolve}), and a <i>decider</i> ({@code decide}). Neither deciding nor folding
 * reads a clock, draws a random number or does I/O: ids and times arrive in the command, so the same log gives the same
 * state on every machine and in every year.
 */
@NullMarked
package io.webchat.domain;

import org.jspecify.annotations.NullMarked;
