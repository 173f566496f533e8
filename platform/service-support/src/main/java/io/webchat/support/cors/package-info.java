/**
 * Which web origins may call the API from a browser: an exact allow-list, empty by default, because behind the gateway
 * the web app and the API share one origin.
 */
@NullMarked
package io.webchat.support.cors;

import org.jspecify.annotations.NullMarked;
