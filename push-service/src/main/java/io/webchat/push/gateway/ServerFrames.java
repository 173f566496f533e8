package io.webchat.push.gateway;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogEpoch;
import io.webchat.push.fanout.ChannelNews;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.FrameCodec;
import io.webchat.push.protocol.Positions;
import io.webchat.push.protocol.ServerFrame;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the server's frames, with the epoch and the consistency tokens that some of them carry. */
final class ServerFrames {
    private final FrameCodec codec;
    private final ConsistencyTokens tokens;
    private final LogEpoch epoch;
    private volatile @Nullable Told lastTold;

    private record Told(ChannelNews news, Frame frame) {}

    ServerFrames(FrameCodec codec, ConsistencyTokens tokens, LogEpoch epoch) {
        this.codec = codec;
        this.tokens = tokens;
        this.epoch = epoch;
    }

    Frame write(ServerFrame frame) {
        return codec.write(frame);
    }

    Frame ready(UserId user, String sessionId, Positions positions) {
        return write(new ServerFrame.Ready(
                new ServerFrame.Ready.User(user), sessionId, epoch.value(), positions, token(user, positions)));
    }

    Frame subscribed(UserId user, ServerId server, Positions covered) {
        return write(new ServerFrame.Subscribed(server, token(user, covered)));
    }

    Frame watching(UserId user, Set<ChannelId> channels, Positions covered) {
        return write(new ServerFrame.Watching(channels, token(user, covered)));
    }

    /** The same for all who are told of it one after the other. */
    Frame activity(ChannelNews news) {
        var last = lastTold;
        if (last == null || !last.news().equals(news)) {
            last = new Told(news, writeActivity(news));
            lastTold = last;
        }
        return last.frame();
    }

    private Frame writeActivity(ChannelNews news) {
        return write(new ServerFrame.ChannelActivity(
                news.server(),
                news.channel(),
                news.stream().name(),
                news.offset(),
                orNull(news.posted()),
                orNull(news.mentioned())));
    }

    private static @Nullable Long orNull(OptionalLong offset) {
        return offset.isPresent() ? offset.getAsLong() : null;
    }

    private String token(UserId user, Positions covered) {
        return tokens.encode(user, new ConsistencyToken(covered.byName()));
    }
}
