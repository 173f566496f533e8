/**
 * Telling the log about people: that they have an account, and how they show themselves.
 *
 * <p>Guarantees: every account, and every profile that one has for good, is announced on {@code webchat.users} at least
 * once, whatever crashes in between; it is announced again if it is not known that it has been. The last event of a
 * person is their profile as it is: a change of it is never overtaken by an earlier one. Of changes in quick succession
 * only the last need be announced. A person's first event is their registration. Consumers are idempotent.
 */
@NullMarked
package io.webchat.auth.announcement;

import org.jspecify.annotations.NullMarked;
