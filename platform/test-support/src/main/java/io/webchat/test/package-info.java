/**
 * Real Kafka, Redis and a MongoDB-compatible store for tests: embedded in the test's JVM by default, containers where
 * {@code WEBCHAT_TEST_INFRASTRUCTURE=containers} asks for them. Everything listens on the loopback address, on free
 * ports.
 */
@NullMarked
package io.webchat.test;

import org.jspecify.annotations.NullMarked;
