/**
 * The log, wired into a service: topics created at start-up, byte-oriented clients with the settings that the
 * guarantees rest on, the epoch, and the structure replica.
 */
@NullMarked
package io.webchat.support.log;

import org.jspecify.annotations.NullMarked;
