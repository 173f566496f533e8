package io.webchat.client.gateway;

import io.webchat.client.gateway.ServerFrame.Ready;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it hears, as a test would tell it. */
final class RecordingListener implements GatewayListener {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    List<String> heard() {
        return heard;
    }

    @Override
    public void event(StreamEvent event) {
        if (event.type().equals("poison")) {
            throw new IllegalStateException("cannot apply this");
        }
        heard.add(event.stream() + "@" + event.offset());
    }

    @Override
    public void watching(Set<UUID> channelIds, String consistencyToken) {
        heard.add("watching with " + consistencyToken);
    }

    @Override
    public void activity(ServerFrame.Activity activity) {
        heard.add("activity up to " + activity.offset());
    }

    @Override
    public void ready(Ready ready) {
        heard.add("ready");
    }

    @Override
    public void caughtUp() {
        heard.add("caught up");
    }

    @Override
    public void reset(String reason) {
        heard.add("reset: " + reason);
    }

    @Override
    public void subscribed(UUID serverId, String consistencyToken) {
        heard.add("subscribed with " + consistencyToken);
    }

    @Override
    public void unsubscribed(UUID serverId) {
        heard.add("unsubscribed");
    }

    @Override
    public void ignored(StreamEvent event) {
        heard.add("ignored " + event.stream() + "@" + event.offset());
    }
}
