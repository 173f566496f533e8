/** Lists in pages. */
@NullMarked
package io.webchat.projection.paging;

import org.jspecify.annotations.NullMarked;
