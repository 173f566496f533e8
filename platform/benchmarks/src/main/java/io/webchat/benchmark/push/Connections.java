package io.webchat.benchmark.push;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.webchat.benchmark.FailedCallException;
import io.webchat.benchmark.Latency;
import io.webchat.client.load.OpenLoop;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Open connections to an instance, a subscriber behind each. They give signs of life until they are closed. */
final class Connections implements AutoCloseable {
    /** Fewer than an instance lets one address have. */
    private static final int EACH_ADDRESS = 4_000;

    private static final int LONGEST_FRAME = 1 << 20;
    private static final long PATIENCE_SECONDS = 30;

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicReference<@Nullable Arrivals> arrivals = new AtomicReference<>();
    private final List<Channel> channels = new ArrayList<>();
    private final int port;

    Connections(int port) {
        this.port = port;
    }

    int size() {
        return channels.size();
    }

    /** What arrives from here on counts there. */
    void count(Arrivals where) {
        arrivals.set(where);
    }

    /**
     * Opens connections up to a number, at a steady pace.
     *
     * @param token the access token of the connection with this index
     * @return how long they took from when each was due until its delivery was live
     */
    Latency openUpTo(int number, int perSecond, IntFunction<String> token) {
        var from = channels.size();
        var opened = new OpenLoop(number - from, perSecond).run((index, due) -> {
            var subscriber = new Subscriber(token.apply(from + index), arrivals);
            var channel = connect(subscriber, from + index);
            var live = subscriber.live().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Opened(channel, live - due);
        });
        var times = new ArrayList<Long>();
        for (var connection : FailedCallException.requireResults(opened)) {
            channels.add(connection.channel());
            times.add(connection.nanos());
        }
        return Latency.of(times);
    }

    private record Opened(Channel channel, long nanos) {}

    private Channel connect(Subscriber subscriber, int index) throws InterruptedException {
        var url = URI.create("ws://127.0.0.1:" + port + "/ws");
        var protocol = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(url)
                .maxFramePayloadLength(LONGEST_FRAME)
                .build();
        var bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.SO_REUSEADDR, true)
                .handler(new ChannelInitializer<NioSocketChannel>() {
                    @Override
                    protected void initChannel(NioSocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(8_192))
                                .addLast(new WebSocketClientProtocolHandler(protocol), subscriber);
                    }
                });
        var local = new InetSocketAddress("127.0.0." + (1 + index / EACH_ADDRESS), 0);
        return bootstrap
                .connect(new InetSocketAddress("127.0.0.1", port), local)
                .sync()
                .channel();
    }

    /** Throws if one of them has ended. */
    void requireAllOpen() {
        var ended = channels.stream().filter(channel -> !channel.isActive()).count();
        if (ended > 0) {
            throw new IllegalStateException(ended + " of " + channels.size() + " connections have ended");
        }
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        loops.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
