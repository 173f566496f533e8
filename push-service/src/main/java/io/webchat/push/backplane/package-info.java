/**
 * What the instances tell each other beside the log: fleeting things, through Redis. Nothing of it is the truth about
 * anything that people said or built, and all of it may be lost at any time.
 */
@NullMarked
package io.webchat.push.backplane;

import org.jspecify.annotations.NullMarked;
