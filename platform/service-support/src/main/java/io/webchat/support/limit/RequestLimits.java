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

    /**
     * How much room the body takes in memory, in kilobytes: as much as it may, where it does not say how large it is.
     */
    int roomFor(HttpServletRequest request) {
        if (!BodyRequest.hasBody(request) || kindOf(request).stream().anyMatch(LargerRequests::isStreamed)) {
            return 0;
        }
        var declared = request.getContentLengthLong();
        return BodyRoom.neededFor(declared < 0 ? maxBody(request).toBytes() : declared);
    }

    /** Enough for each kind of body, one at a time at least. */
    BodyRoom room() {
        var heap = Runtime.getRuntime().maxMemory();
        var wanted = usual.bodyRoom() == null ? heap / 16 : usual.bodyRoom().toBytes();
        var largest = larger.stream()
                .filter(kind -> !kind.isStreamed())
                .map(LargerRequests::maxBody)
                .mapToLong(DataSize::toBytes)
                .reduce(usual.maxBody().toBytes(), Math::max);
        return new BodyRoom(DataSize.ofBytes(Math.max(wanted, largest + 1024)));
    }

    private Optional<LargerRequests> kindOf(HttpServletRequest request) {
        return larger.stream().filter(kind -> kind.include(request)).findFirst();
    }
}
