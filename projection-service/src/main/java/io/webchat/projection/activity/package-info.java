/** When each channel was last written in. */
@NullMarked
package io.webchat.projection.activity;

import org.jspecify.annotations.NullMarked;
