/**
 * Looks at a deployment and says what is missing of the check list in {@code platform/docs/production.md}.
 *
 * <p>Guarantees: nothing is changed, and no secret is printed. What cannot be seen from here is named as not checked;
 * it is never taken for good. Limits of that: settings are judged as they are written, so what a process was started
 * with before they were changed is not known, and whatever only a person can know (that a restored backup worked, that
 * an alert was read) stays with the list.
 */
@NullMarked
package io.webchat.standalone.doctor;

import org.jspecify.annotations.NullMarked;
