package io.webchat.push.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    /** RFC 6455, section 5.2: final and text, then the length in one, three or nine bytes; no mask. */
    @ParameterizedTest
    @CsvSource({
        "0, 8100",
        "1, 8101",
        "125, 817d",
        "126, 817e007e",
        "65535, 817effff",
        "65536, 817f0000000000010000",
        "70000, 817f0000000000011170"
    })
    void isEncodedAsAServerSendsIt(int length, String header) {
        var encoded = Frame.of("x".repeat(length)).encoded();

        var expected = HexFormat.of().parseHex(header + "78".repeat(length));
        assertThat(encoded).isEqualTo(ByteBuffer.wrap(expected));
    }

    @Test
    void itsSizeAndItsTextAreThoseOfWhatItSays() {
        var frame = Frame.of("é".repeat(100));

        assertThat(frame.bytes()).isEqualTo(200);
        assertThat(frame.text()).isEqualTo("é".repeat(100));
    }

    @Test
    void whoReadsItLeavesItAsItIsForTheOthers() {
        var frame = Frame.of("shared");
        var first = frame.encoded();
        first.position(first.limit());

        assertThat(frame.encoded().remaining()).isEqualTo(8);
    }
}
