/**
 * The OpenAPI description of a service: made from its controllers and from the tables of {@code http-api.md}, and held
 * against the approved document in {@code platform/docs/openapi}. It exists in tests only; no service serves it.
 */
@NullMarked
package io.webchat.test.description;

import org.jspecify.annotations.NullMarked;
