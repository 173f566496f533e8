/**
 * The one address of the embedded default: a reverse proxy that routes as the gateway of production does, so that a
 * browser sees a single origin and the web app needs no configuration.
 */
@NullMarked
package io.webchat.standalone.gateway;

import org.jspecify.annotations.NullMarked;
