/**
 * Black-box tests of a running stack: what a user, an attacker or a failing machine does, over HTTP and WebSocket only.
 * They make users and servers of their own, so they may run again and again on the same stack, and side by side with
 * whoever uses it, but for the faults.
 */
@NullMarked
package io.webchat.system;

import org.jspecify.annotations.NullMarked;
