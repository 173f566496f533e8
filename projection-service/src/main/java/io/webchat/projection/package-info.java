/**
 * Builds read models from the log and answers queries from them.
 *
 * <p>Every view is a folder with the same four roles: the document, the projection that folds events into it, the
 * repository, and the endpoint that answers from it. A projection is idempotent, because the log is read at least once:
 * a document remembers the position that it reflects, and nothing at or before that changes it. So the same log twice,
 * a redelivery, or a second consumer during a rebalance give the same view, and a view that is dropped is built again
 * from the log alone.
 */
@NullMarked
package io.webchat.projection;

import org.jspecify.annotations.NullMarked;
