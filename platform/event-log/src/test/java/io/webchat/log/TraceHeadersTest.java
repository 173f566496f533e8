package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-";

    @ParameterizedTest
    @ValueSource(strings = {TRACE + "01", TRACE + "03", TRACE + "ff", TRACE + "01-and-what-a-later-version-says"})
    void aRecordedTraceSaysSo(String traceparent) {
        assertThat(isSampled(traceparent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {TRACE + "00", TRACE + "02", TRACE + "0", TRACE + "0-", "", "01", TRACE + "0é"})
    void oneThatIsNotRecordedOrCannotBeReadDoesNot(String traceparent) {
        assertThat(isSampled(traceparent)).isFalse();
    }

    @Test
    void mostRecordsHaveNone() {
        assertThat(TraceHeaders.isSampled(new RecordHeaders())).isFalse();
        assertThat(TraceHeaders.isSampled(new RecordHeaders().add(TraceHeaders.TRACEPARENT, null)))
                .isFalse();
    }

    private static boolean isSampled(String traceparent) {
        return TraceHeaders.isSampled(new RecordHeaders().add(TraceHeaders.TRACEPARENT, traceparent.getBytes(UTF_8)));
    }
}
