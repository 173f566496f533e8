/** The alerts that Prometheus raises, for operators in the web app. */
@NullMarked
package io.webchat.projection.alert;

import org.jspecify.annotations.NullMarked;
