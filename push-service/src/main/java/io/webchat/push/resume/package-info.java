/**
 * Brings a returning client what it missed, from the recent past in memory or from the log, and hands it over to live
 * delivery without a gap.
 */
@NullMarked
package io.webchat.push.resume;

import org.jspecify.annotations.NullMarked;
