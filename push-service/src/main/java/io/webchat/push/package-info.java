/**
 * Carries the log to WebSocket clients.
 *
 * <p>{@link io.webchat.push.fanout} follows the log and delivers each record to whoever may see it,
 * {@link io.webchat.push.resume} brings what a returning client missed, {@link io.webchat.push.gateway} keeps the
 * connections, {@link io.webchat.push.entitlement} knows who may see what, and {@link io.webchat.push.protocol} holds
 * the words on the wire. Dependencies point gateway → resume → fanout → entitlement → protocol.
 *
 * <p>Beside the log, {@link io.webchat.push.presence} and {@link io.webchat.push.typing} tell clients what passes: for
 * the people and channels that they {@link io.webchat.push.watch}, through {@link io.webchat.push.backplane}. The same
 * way {@link io.webchat.push.login} hears which logins have ended, whose connections end with them.
 */
@NullMarked
package io.webchat.push;

import org.jspecify.annotations.NullMarked;
