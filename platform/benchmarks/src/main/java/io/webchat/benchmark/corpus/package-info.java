/** What there is to read when the read side is measured. */
@NullMarked
package io.webchat.benchmark.corpus;

import org.jspecify.annotations.NullMarked;
