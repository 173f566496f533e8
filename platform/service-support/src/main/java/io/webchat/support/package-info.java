/**
 * What every HTTP service shares, as Spring Boot auto-configuration: a service has it by having this module on its
 * class path. Each package is one capability and documents what it guarantees.
 */
@NullMarked
package io.webchat.support;

import org.jspecify.annotations.NullMarked;
