package io.webchat.support;

import org.springframework.core.Ordered;

/** In which order a request passes the filters of this module: whoever may refuse it cheapest comes first. */
public final class FilterOrder {
    public static final int CORS = Ordered.HIGHEST_PRECEDENCE + 100;
    public static final int TIME_LIMIT = CORS + 1;
    public static final int RATE_LIMIT = CORS + 2;
    public static final int TOKEN = CORS + 3;
    public static final int BODY_LIMIT = CORS + 4;

    private FilterOrder() {}
}
