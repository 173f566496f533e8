/** The log in a backup: how it is read out of Kafka at one cut, and how it gets into an empty one. */
@NullMarked
package io.webchat.backup.log;

import org.jspecify.annotations.NullMarked;
