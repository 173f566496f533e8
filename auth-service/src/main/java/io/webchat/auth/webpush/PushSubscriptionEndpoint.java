package io.webchat.auth.webpush;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.webchat.auth.session.PushSubscriptions;
import io.webchat.auth.session.Sessions;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/auth/sessions/current/push-subscription}: where the browser of the caller's session can be called. It
 * goes with the session.
 */
@RestController
final class PushSubscriptionEndpoint {
    private static final String PATH = "/api/auth/sessions/current/push-subscription";

    private final Sessions sessions;
    private final PushSubscriptions subscriptions;
    private final SubscriberList subscribers;
    private final Vapid vapid;
    private final WebPushProperties properties;

    PushSubscriptionEndpoint(
            Sessions sessions,
            PushSubscriptions subscriptions,
            SubscriberList subscribers,
            Vapid vapid,
            WebPushProperties properties) {
        this.sessions = sessions;
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
        this.vapid = vapid;
        this.properties = properties;
    }

    @GetMapping(PATH)
    PushState getPushSubscription(AuthenticatedUser user) {
        sessions.requireOpen(user);
        return new PushState(
                vapid.publicKey().orElse(null),
                subscriptions.of(user.sessionId()).isPresent());
    }

    @PutMapping(PATH)
    ResponseEntity<Void> putPushSubscription(@RequestBody PushSubscriptionRequest request, AuthenticatedUser user) {
        var subscription = request.validated(properties.insecureEndpoints());
        var account = sessions.requireOpen(user);
        if (vapid.publicKey().isEmpty()) {
            throw new ProblemException(ProblemType.NOT_FOUND, "This server calls no browsers.");
        }
        subscriptions.put(user.sessionId(), subscription);
        subscribers.add(account.userId());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping(PATH)
    ResponseEntity<Void> deletePushSubscription(AuthenticatedUser user) {
        sessions.requireOpen(user);
        subscriptions.remove(user.sessionId());
        return ResponseEntity.noContent().build();
    }

    /**
     * Whether the browser is called.
     *
     * @param applicationServerKey what a browser subscribes with; absent where the server calls nobody
     * @param isSubscribed whether the server knows how to call it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PushState(
            @Nullable String applicationServerKey,
            @JsonProperty("isSubscribed") boolean isSubscribed) {}
}
