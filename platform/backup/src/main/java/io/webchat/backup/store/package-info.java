/**
 * The store in a backup: accounts, files, icons and pictures of people. These are the collections of auth-service and
 * command-service that no log can bring back; those of projection-service are views of the log and stay out.
 */
@NullMarked
package io.webchat.backup.store;

import org.jspecify.annotations.NullMarked;
