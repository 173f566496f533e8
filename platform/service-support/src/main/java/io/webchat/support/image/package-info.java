/**
 * What services do with images that people send: tell them by their content, measure them, make small ones of them.
 *
 * <p>A service that uses it makes {@link io.webchat.support.image.Images} and has {@code tika-core},
 * {@code thumbnailator} and {@code imageio-webp} among its own dependencies.
 */
@NullMarked
package io.webchat.support.image;

import org.jspecify.annotations.NullMarked;
