/** The commands of {@code ./webchat} that talk to a stack. The script builds, then hands over to these. */
@NullMarked
package io.webchat.standalone.cli;

import org.jspecify.annotations.NullMarked;
