package io.webchat.client.smoke;

import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.client.load.OpenLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends at a steady pace and times each send: to its answer, and to its arrival at the receiver. See {@link OpenLoop}.
 */
record TimedSends(List<Long> acceptNanos, List<Long> deliveryNanos) {
    private static final long PATIENCE_SECONDS = 10;

    private record Send(UUID messageId, long begun, long answered) {}

    /** Warms up, waits until that has all arrived, then sends and times. */
    static TimedSends run(Pace pace, WebChatClient sender, UUID channelId, ReceivedMessages receiver)
            throws ExecutionException, InterruptedException, TimeoutException {
        paced(pace.warmUp(), pace, sender, channelId, receiver);
        return paced(pace.sends(), pace, sender, channelId, receiver);
    }

    private static TimedSends paced(
            int count, Pace pace, WebChatClient sender, UUID channelId, ReceivedMessages receiver)
            throws ExecutionException, InterruptedException, TimeoutException {
        var sends = new OpenLoop(count, pace.perSecond()).run((i, due) -> send(sender, channelId, "timed send " + i));
        var accept = new ArrayList<Long>();
        var delivery = new ArrayList<Long>();
        for (var future : sends) {
            var send = future.get();
            var arrived = receiver.arrival(send.messageId()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            accept.add(send.answered() - send.begun());
            delivery.add(arrived - send.begun());
        }
        return new TimedSends(accept, delivery);
    }

    private static Send send(WebChatClient sender, UUID channelId, String content) {
        var messageId = Ids.fresh();
        var begun = System.nanoTime();
        sender.post(channelId, messageId, content);
        return new Send(messageId, begun, System.nanoTime());
    }
}
