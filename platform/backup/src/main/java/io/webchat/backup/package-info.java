/**
 * Saves a platform, verifies what was saved, and restores it into an empty one (ADR 19).
 *
 * <p>A backup has what cannot be made again: the log, the accounts, the files, the icons and pictures of people. Views,
 * snapshots and search indexes are built from the log; sessions are left out on purpose, so that none that was ended
 * comes back.
 *
 * <p>Guarantees: a backup is taken while people read and write, and what is restored from it fits together. Every
 * account that an event refers to is there, and every file that a message still carries. A backup that was not finished
 * has no manifest, and is none.
 */
@NullMarked
package io.webchat.backup;

import org.jspecify.annotations.NullMarked;
