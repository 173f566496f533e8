/**
 * When the platform was saved last, for those who watch over it. Backups themselves are made by
 * {@code platform/backup}.
 */
@NullMarked
package io.webchat.auth.backup;

import org.jspecify.annotations.NullMarked;
