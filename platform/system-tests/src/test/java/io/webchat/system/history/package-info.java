/** The history checker: a random workload, and the rules that its outcome must obey. */
@NullMarked
package io.webchat.system.history;

import org.jspecify.annotations.NullMarked;
