package io.webchat.command.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * When people last posted in the channels that are in slow mode, as of a moment.
 *
 * @param until what was posted before is included, and nothing else
 */
record LastPosts(Instant until, List<Post> posts) {
    LastPosts {
        posts = List.copyOf(posts);
    }

    record Post(ChannelId channel, UserId author, Instant at) {}
}
