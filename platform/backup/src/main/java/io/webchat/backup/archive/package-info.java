/**
 * What a backup is on disk: a directory with compressed and, if asked for, encrypted files, and a manifest that is
 * written last.
 */
@NullMarked
package io.webchat.backup.archive;

import org.jspecify.annotations.NullMarked;
