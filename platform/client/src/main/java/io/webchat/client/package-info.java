/**
 * A client of WebChat's HTTP API: one {@link io.webchat.client.WebChatClient} per user. It serves the smoke run, the
 * system tests, the history checker and the benchmarks, so it does exactly what the documented protocol allows and
 * hides nothing: no call is retried unless asked to, and every failure has a type.
 */
@NullMarked
package io.webchat.client;

import org.jspecify.annotations.NullMarked;
