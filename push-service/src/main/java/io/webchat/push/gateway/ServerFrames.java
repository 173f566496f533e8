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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the server's frames, with the epoch and the consistency tokens that some of them carry. */
final class ServerFrames {
    private final FrameCodec codec;
    private final ConsistencyTokens tokens;
    private final LogEpoch epoch;
    private final Last<ChannelNews> lastActivity = new Last<>();
    private final Last<Positions> lastAck = new Last<>();

    /** The frame that was written last of what many clients are told alike, one after the other. */
    private static final class Last<T> {
        private volatile @Nullable Written<T> written;

        private record Written<T>(T what, Frame frame) {}

        Frame of(T what, Function<T, Frame> write) {
            var last = written;
            if (last == null || !last.what().equals(what)) {
                last = new Written<>(what, write.apply(what));
                written = last;
            }
            return last.frame();
        }
    }

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

    Frame activity(ChannelNews news) {
        return lastActivity.of(news, this::writeActivity);
    }

    Frame heartbeatAck(Positions positions) {
        return lastAck.of(positions, at -> write(new ServerFrame.HeartbeatAck(at)));
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
