package io.webchat.benchmark.push;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A client that identifies itself, gives signs of life, and counts the messages that arrive. It looks for marks instead
 * of parsing what it is sent: it shares its processors with what it measures.
 */
final class Subscriber extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final ByteBuf CAUGHT_UP =
            Unpooled.wrappedBuffer("\"op\":\"caught_up\"".getBytes(StandardCharsets.US_ASCII));
    private static final ByteBuf MARK = Unpooled.wrappedBuffer(Arrivals.MARK);
    private static final String HEARTBEAT = "{\"op\":\"heartbeat\"}";
    private static final long HEARTBEAT_MILLIS = 25_000;

    private final String token;
    private final AtomicReference<@Nullable Arrivals> arrivals;
    private final CompletableFuture<Long> live = new CompletableFuture<>();

    Subscriber(String token, AtomicReference<@Nullable Arrivals> arrivals) {
        this.token = token;
        this.arrivals = arrivals;
    }

    /** When delivery had caught up, as {@link System#nanoTime} counts. */
    CompletableFuture<Long> live() {
        return live;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            send(context, "{\"op\":\"identify\",\"token\":\"" + token + "\"}");
            var first = ThreadLocalRandom.current().nextLong(HEARTBEAT_MILLIS);
            context.executor()
                    .scheduleAtFixedRate(
                            () -> send(context, HEARTBEAT), first, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        var now = System.nanoTime();
        if (frame instanceof CloseWebSocketFrame close) {
            live.completeExceptionally(
                    new IllegalStateException("closed: " + close.statusCode() + " " + close.reasonText()));
        } else if (!live.isDone() && ByteBufUtil.indexOf(CAUGHT_UP, frame.content()) >= 0) {
            live.complete(now);
        } else {
            count(frame.content(), now);
        }
    }

    private void count(ByteBuf text, long now) {
        var counting = arrivals.get();
        var at = ByteBufUtil.indexOf(MARK, text);
        if (counting != null && at >= 0) {
            var digits = text.toString(at + Arrivals.MARK.length, Arrivals.digits(), StandardCharsets.US_ASCII);
            counting.arrived(digits, now, text.readableBytes());
        }
    }

    private static void send(ChannelHandlerContext context, String text) {
        if (context.channel().isActive()) {
            context.writeAndFlush(new TextWebSocketFrame(text));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        live.completeExceptionally(new IllegalStateException("the connection ended"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        live.completeExceptionally(cause);
        context.close();
    }
}
