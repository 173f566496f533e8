/**
 * Finds messages by what they say: a Lucene index that every instance keeps on its own disk and follows the log with.
 *
 * <p>The index holds terms, not texts: what it finds is shown, and its matches marked, as the timeline has it now. Who
 * may see what is asked of the structure replica with every query, so a permission that is lost is lost at once.
 */
@NullMarked
package io.webchat.projection.search;

import org.jspecify.annotations.NullMarked;
