package io.webchat.support.consistency;

import java.time.Duration;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The header by which an answer says how old the views are that it was made from, in whole seconds, rounded up: it
 * contains everything that the log had so long ago. Of several views it is the age of the oldest.
 */
public final class ViewAge {
    public static final String HEADER = "View-Age";

    private ViewAge() {}

    /** Tells whoever waits for the answer that this thread makes, if it makes one. */
    public static void tell(Duration age) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return;
        }
        var response = request.getResponse();
        if (response != null) {
            var seconds = Math.ceilDiv(age.toNanos(), 1_000_000_000);
            var told = response.getHeader(HEADER);
            response.setHeader(HEADER, Long.toString(told == null ? seconds : Math.max(seconds, Long.parseLong(told))));
        }
    }
}
