package io.webchat.auth.session;

/**
 * Where the browser of a session can be reached by web push (RFC 8030). Whoever knows it and the keys of this server
 * can call there: it is as secret as a credential.
 *
 * @param endpoint the URL of it at the push service of the browser
 * @param p256dh the browser's public key, 65 bytes in base64url
 * @param auth 16 bytes that the browser shares with whoever may call, in base64url
 */
public record PushSubscription(String endpoint, String p256dh, String auth) {
    /** Without anything of it. */
    @Override
    public String toString() {
        return "PushSubscription[…]";
    }
}
