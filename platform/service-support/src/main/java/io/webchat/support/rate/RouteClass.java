package io.webchat.support.rate;

import java.util.Locale;

/** Requests that are counted together. The names are those of policies in headers, of settings and of metrics. */
enum RouteClass {
    /** Whatever has a password checked, which is dear, or guessed. */
    SIGN_IN(true),
    /** All else without a valid access token. */
    ANONYMOUS(true),
    /** New WebSockets. */
    SOCKETS(true),
    SENDS(false),
    UPLOADS(false),
    /** Whatever makes a place that all services keep in memory for ever, also when it is gone. */
    CREATIONS(false),
    /** All other commands. */
    COMMANDS(false),
    READS(false);

    private final boolean isByAddress;

    RouteClass(boolean isByAddress) {
        this.isByAddress = isByAddress;
    }

    /** Whether each address has a bucket, rather than each user. */
    boolean isByAddress() {
        return isByAddress;
    }

    /** In kebab case. */
    String policy() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
