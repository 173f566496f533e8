package io.webchat.projection.notification;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import io.webchat.projection.timeline.MessagePlaces;
import io.webchat.projection.timeline.MessagePlaces.MessagePlace;
import io.webchat.projection.timeline.StandingMessages;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.redis.BestEffortRedis;
import io.webchat.support.webpush.PushCall;
import io.webchat.support.webpush.PushCalls;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Decides whom messages call and tells it. Of several in one timeline that call somebody, the last one calls, and wakes
 * a device if any of them does.
 */
@Component
class Notifications {
    private static final Logger log = LoggerFactory.getLogger(Notifications.class);

    /** How often a second is waited for a message that the timeline does not have yet. */
    private static final int PATIENCE = 10;

    private final Subscribers subscribers;
    private final CurrentStructure structure;
    private final MessagePlaces places;
    private final StandingMessages messages;
    private final Recipients recipients;
    private final NotificationText texts;
    private final BestEffortRedis redis;
    private final NotificationProperties properties;
    private final NotificationMetrics metrics;
    private final Clock clock;

    Notifications(
            Subscribers subscribers,
            CurrentStructure structure,
            MessagePlaces places,
            StandingMessages messages,
            Recipients recipients,
            NotificationText texts,
            BestEffortRedis redis,
            NotificationProperties properties,
            NotificationMetrics metrics,
            Clock clock) {
        this.subscribers = subscribers;
        this.structure = structure;
        this.places = places;
        this.messages = messages;
        this.recipients = recipients;
        this.texts = texts;
        this.redis = redis;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * A message that was posted.
     *
     * @param offset of its record, in the partition of its channel
     */
    record Posted(MessageEvent.Posted event, long offset) {}

    /** Of a timeline somebody gets one notification. */
    private record Key(UserId user, TimelineKey timeline) {}

    private record Call(Message message, Server server, boolean isUrgent) {}

    /** What those have in common who are called for the same in the same way. */
    private record Said(MessageId message, TimelineKey timeline, boolean isUrgent) {}

    /** Whether it is not too late to call anybody for it. */
    boolean isFresh(Instant at) {
        return at.plus(properties.fresh()).isAfter(clock.instant());
    }

    /**
     * Calls whom these messages call, which come in the order of the log; as many as there is time for before the
     * instance goes down.
     */
    void call(List<Posted> posted) {
        var calls = new LinkedHashMap<Key, Call>();
        var missing = new HashSet<ChannelId>();
        for (var one : posted) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            try {
                decide(one, calls, missing);
            } catch (DataAccessException | ProblemException e) {
                metrics.lost(1);
                log.debug("nobody is called for {}", one.event().messageId(), e);
            }
        }
        if (!calls.isEmpty()) {
            try {
                tell(calls);
            } catch (DataAccessException | ProblemException e) {
                metrics.lost(calls.size());
                log.debug("nobody is called", e);
            }
        }
    }

    /** In the order of a channel, what comes after a message that is missing is not there either. */
    private void decide(Posted posted, Map<Key, Call> calls, Set<ChannelId> missing) {
        var event = posted.event();
        if (!isFresh(event.at())) {
            metrics.lost(1);
            return;
        }
        var server = server(event);
        var mayHear = server.map(found -> Recipients.mayHear(subscribers.all(), found, Message.of(event)))
                .orElse(List.of());
        if (mayHear.isEmpty()) {
            return;
        }
        var place = place(event, missing.contains(event.channelId()));
        var message = messages.find(event.channelId(), event.messageId());
        if (place.isEmpty()) {
            missing.add(event.channelId());
            metrics.lost(1);
        } else if (message.isPresent() && place.get().offset() == posted.offset()) {
            var found = server.orElseThrow();
            for (var called : recipients.of(message.get(), place.get(), found, mayHear)) {
                var key = new Key(called.user(), place.get().timeline());
                // It takes its place among the last ones.
                var before = calls.remove(key);
                var isUrgent = called.isUrgent() || (before != null && before.isUrgent());
                calls.put(key, new Call(message.get(), found, isUrgent));
            }
        }
    }

    private Optional<Server> server(MessageEvent.Posted event) {
        return structure.asOf(ConsistencyToken.EMPTY).server(event.serverId());
    }

    private Optional<MessagePlace> place(MessageEvent.Posted event, boolean atOnce) {
        if (atOnce) {
            return Optional.ofNullable(
                    places.find(event.channelId(), List.of(event.messageId())).get(event.messageId()));
        }
        var place = places.await(event.channelId(), event.messageId());
        for (var again = 1; place.isEmpty() && again < PATIENCE && mayWait(event); again++) {
            place = places.await(event.channelId(), event.messageId());
        }
        return place;
    }

    private boolean mayWait(MessageEvent.Posted event) {
        return isFresh(event.at()) && !Thread.currentThread().isInterrupted();
    }

    private void tell(Map<Key, Call> calls) {
        var byMessage = new LinkedHashMap<Said, List<UserId>>();
        var said = new HashMap<Said, Call>();
        calls.forEach((key, call) -> {
            var what = new Said(call.message().id(), key.timeline(), call.isUrgent());
            byMessage.computeIfAbsent(what, one -> new ArrayList<>()).add(key.user());
            said.put(what, call);
        });
        var pushes = new ArrayList<PushCall>();
        byMessage.forEach((what, users) -> pushes.add(push(what, Objects.requireNonNull(said.get(what)), users)));
        var told = redis.ask(template -> {
            new PushCalls(template).add(pushes);
            return true;
        });
        if (told.isPresent()) {
            metrics.called(calls.size());
        } else {
            metrics.lost(byMessage.size());
        }
    }

    private PushCall push(Said what, Call call, List<UserId> users) {
        var timeline = what.timeline();
        var thread = timeline.threadId();
        return new PushCall(
                users,
                thread == null ? timeline.channelId().toString() : timeline.channelId() + "/" + thread,
                what.isUrgent(),
                call.message().at(),
                texts.of(call.message(), call.server()));
    }
}
