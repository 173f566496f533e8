package io.webchat.domain.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"report.pdf", "Grüße aus Köln.png", "日本語.txt", "a b (1).tar.gz", "no-extension", "it's 100%.md"})
    void aSafeNameStaysAsItIs(String name) {
        assertThat(new FileName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\ada\\cv.docx, cv.docx",
        "/, file",
        ".., file",
        ".htaccess, htaccess",
        "evil.exe., evil.exe",
        "a<b>c:d|e?f*g.txt, a_b_c_d_e_f_g.txt",
        "NUL, _NUL",
        "com1.txt, _com1.txt",
        "con .txt, _con .txt",
        "console.txt, console.txt",
    })
    void pathsAndWhatSystemsReserveAreTakenOut(String given, String safe) {
        assertThat(new FileName(given).value()).isEqualTo(safe);
    }

    @Test
    void whatIsNotSeenIsTakenOut() {
        assertThat(new FileName("photo\u202Egpj.exe").value()).isEqualTo("photogpj.exe");
        assertThat(new FileName("a\u0000b\u200Bc\u2066.txt").value()).isEqualTo("abc.txt");
        assertThat(new FileName("half\uD83D.txt").value()).isEqualTo("half.txt");
        assertThat(new FileName("two\r\nlines.txt").value()).isEqualTo("two lines.txt");
        assertThat(new FileName("\u200B\u202E").value()).isEqualTo("file");
        assertThat(new FileName(".\u200B.hidden").value()).isEqualTo("hidden");
    }

    @Test
    void decomposedCharactersAreComposed() {
        assertThat(new FileName("Ko\u0308ln.txt").value()).isEqualTo("K\u00f6ln.txt");
    }

    @Test
    void aLongNameKeepsItsExtensionAndWholeCharacters() {
        var name = new FileName("😀".repeat(100) + ".jpeg").value();

        assertThat(name).startsWith("😀").endsWith("😀.jpeg").doesNotContain("\uFFFD");
        assertThat(name.getBytes(UTF_8)).hasSizeBetween(FileName.MAX_BYTES - 3, FileName.MAX_BYTES);
    }

    @Test
    void anExtensionThatIsNoneIsCutToo() {
        assertThat(new FileName("a." + "x".repeat(400)).value()).hasSize(FileName.MAX_BYTES);
    }

    @Test
    void aNameTakesNoLongerThanItIsLong() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(new FileName("x" + ".".repeat(500_000) + "y").value()).hasSize(FileName.MAX_BYTES);
            assertThat(new FileName("x".repeat(500_000)).value()).hasSize(FileName.MAX_BYTES);
        });
    }

    @Test
    void whateverIsGivenIsSafeAndStays() {
        var random = new Random(42);
        for (var i = 0; i < 2_000; i++) {
            var given = random.ints(random.nextInt(300), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            var name = new FileName(given);

            assertThat(new FileName(name.value())).as("seed 42, name %d", i).isEqualTo(name);
            assertThat(name.value().getBytes(UTF_8)).hasSizeBetween(1, FileName.MAX_BYTES);
            assertThat(name.value()).doesNotContainPattern("[/\\\\\\p{Cc}\\p{Cf}<>:\"|?*]");
        }
    }
}
