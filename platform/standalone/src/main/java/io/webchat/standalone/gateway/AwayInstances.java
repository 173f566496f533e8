package io.webchat.standalone.gateway;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Keeps out of the log that an instance takes no connections (UT005031). While a stack starts and stops that is so for
 * seconds, and open tabs ask again and again; who asks is answered {@code 503}, and the supervisor says which process
 * has died.
 */
public final class AwayInstances extends Filter<ILoggingEvent> {
    private static final String COULD_NOT_CONNECT = "UT005031";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getMessage().startsWith(COULD_NOT_CONNECT) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
