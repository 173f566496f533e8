/** What views need of MongoDB, restricted to what every compatible server has. */
@NullMarked
package io.webchat.projection.store;

import org.jspecify.annotations.NullMarked;
