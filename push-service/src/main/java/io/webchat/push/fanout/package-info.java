/**
 * From the log to the connections of this instance: who follows which server, the recent past of each stream, and the
 * one ordered delivery that feeds both.
 */
@NullMarked
package io.webchat.push.fanout;

import org.jspecify.annotations.NullMarked;
