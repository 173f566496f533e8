package io.webchat.support.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** What one request may cost: what every one may, unless it is of a kind that may cost more. */
record RequestLimits(LimitProperties usual, List<LargerRequests> larger) {
    DataSize maxBody(HttpServletRequest request) {
        return kindOf(request).map(LargerRequests::maxBody).orElse(usual.maxBody());
    }

    Duration requestTime(HttpServletRequest request) {
        return kindOf(request).map(LargerRequests::requestTime).orElse(usual.requestTime());
    }

    private Optional<LargerRequests> kindOf(HttpServletRequest request) {
        return larger.stream().filter(kind -> kind.include(request)).findFirst();
    }
}
