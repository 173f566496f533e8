package io.webchat.auth.webpush;

import io.webchat.auth.session.PushSubscription;
import io.webchat.support.problem.FieldReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The body of a subscription, as a browser gives it ({@code PushSubscription.toJSON()}), not checked yet.
 *
 * @param expirationTime taken and not used: a push service says when it is over
 */
record PushSubscriptionRequest(
        @Nullable String endpoint,
        @Nullable Long expirationTime,
        @Nullable Keys keys) {
    private static final int LONGEST_ENDPOINT = 2_000;
    private static final int AUTH_BYTES = 16;
    private static final int HTTPS = 443;

    record Keys(@Nullable String p256dh, @Nullable String auth) {
        /** Without the keys. */
        @Override
        public String toString() {
            return "Keys[…]";
        }
    }

    /** Throws a problem that names every faulty field. */
    PushSubscription validated(boolean insecure) {
        var fields = new FieldReader();
        var url = fields.read("endpoint", endpoint, text -> endpoint(text, insecure));
        var p256dh = fields.read("keys.p256dh", keys == null ? null : keys.p256dh(), PushSubscriptionRequest::point);
        var auth = fields.read("keys.auth", keys == null ? null : keys.auth(), PushSubscriptionRequest::secret);
        fields.requireValid();
        return new PushSubscription(url.orElseThrow(), p256dh.orElseThrow(), auth.orElseThrow());
    }

    private static String endpoint(String text, boolean insecure) {
        if (text.length() > LONGEST_ENDPOINT) {
            throw new IllegalArgumentException("must have " + LONGEST_ENDPOINT + " characters at most");
        }
        try {
            var uri = new URI(text);
            var isSecure = "https".equals(uri.getScheme()) || (insecure && "http".equals(uri.getScheme()));
            if (!isSecure || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                throw new IllegalArgumentException("must be an https URL of a push service");
            }
            if (!insecure && isPrivate(uri.getHost())) {
                throw new IllegalArgumentException("must not lead into a private network");
            }
            if (!insecure && uri.getPort() != -1 && uri.getPort() != HTTPS) {
                throw new IllegalArgumentException("must lead to port " + HTTPS);
            }
            return uri.toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an https URL of a push service", e);
        }
    }

    /** Names are looked at when they are connected to: what they mean then counts. */
    private static boolean isPrivate(String host) {
        var literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return host.equals("localhost")
                    || host.endsWith(".localhost")
                    || !PublicAddresses.isPublic(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String point(String text) {
        P256.publicKey(decoded(text));
        return text;
    }

    private static String secret(String text) {
        if (decoded(text).length != AUTH_BYTES) {
            throw new IllegalArgumentException("must be " + AUTH_BYTES + " bytes in base64url");
        }
        return text;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be base64url", e);
        }
    }

    /** Without the endpoint, which is a secret. */
    @Override
    public String toString() {
        return "PushSubscriptionRequest[…]";
    }
}
