/** What a client looks at: the people and channels that it shows, and therefore wants to hear fleeting things of. */
@NullMarked
package io.webchat.push.watch;

import org.jspecify.annotations.NullMarked;
