package io.webchat.standalone.doctor;

import java.util.Locale;

/** The parts of the guide that findings point to, by its headings. */
enum Section {
    DEPLOY,
    HIGH_AVAILABILITY,
    GATEWAY,
    IPV6,
    WATCH,
    UPGRADE_FROM_N_TO_N1,
    BACKUP,
    HARDENING_CHECK_LIST,
    KAFKA_WITH_AUTHENTICATION_AND_TLS;

    private static final String GUIDE = "platform/docs/production.md#";

    String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** From the root of the repository. */
    String link() {
        return GUIDE + anchor();
    }
}
