/**
 * Errors as HTTP clients see them: problem details (RFC 9457) with a stable {@code type}, one place that makes them.
 *
 * <p>Guarantees: every error answer of a service is {@code application/problem+json}; its {@code type} is one of
 * {@link io.webchat.support.problem.ProblemType}, documented in {@code platform/docs/problems.md}; invalid input names
 * its field; an unexpected failure shows a correlation id and nothing of its cause.
 */
@NullMarked
package io.webchat.support.problem;

import org.jspecify.annotations.NullMarked;
