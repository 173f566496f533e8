/**
 * Who is there: online, idle, not to be disturbed, offline.
 *
 * <p>The state is in Redis, and anybody may read it there. For each person there is a hash
 * {@code webchat:presence:{<userId>}} with a field for each device, its name an id of the connection and its value
 * {@code active|idle <when it is taken for gone>}, in milliseconds of Redis's own clock ({@code TIME}): a device counts
 * until then. The instance that holds the connection puts the time off again and again, so the devices of an instance
 * that died are gone by themselves. The string {@code webchat:presence:{<userId>}:chosen} says how the person wants to
 * be seen, {@code automatic}, {@code idle}, {@code do-not-disturb} or {@code invisible}; absent means automatic. Then,
 * in this order: no device, or invisible: offline; do-not-disturb or idle: that; any device active: online; otherwise
 * idle. All of that is {@code presence.lua}.
 *
 * <p>Changes are told in the channel {@code webchat:presence}. Whoever missed one, or never got one because an instance
 * died, finds out when it reads again: each instance reads the people whom its clients watch three times within the
 * time to live. So what a client is shown is wrong for a time to live and a third at most.
 */
@NullMarked
package io.webchat.push.presence;

import org.jspecify.annotations.NullMarked;
