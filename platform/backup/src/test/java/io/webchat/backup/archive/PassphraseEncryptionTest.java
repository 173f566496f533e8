package io.webchat.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.backup.BackupException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassphraseEncryptionTest {
    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();

    @Test
    void whatItDescribesOpensItAgain() {
        var made = PassphraseEncryption.begin(PASSPHRASE);

        var opened = PassphraseEncryption.of(made.described(), PASSPHRASE);

        assertThat(opened.seal(new byte[] {1})).isEqualTo(made.seal(new byte[] {1}));
    }

    /** Whoever changes a manifest must not decide how long it takes to find that out. */
    @ParameterizedTest
    @CsvSource({
        "65536, 2000000000, 4",
        "65536, 3, 16777215",
        "2000000000, 3, 4",
        "65536, 0, 4",
        "0, 3, 4",
        "65536, 3, -1"
    })
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aManifestThatAsksForTooMuchIsRefusedAtOnce(int memoryKib, int iterations, int parallelism) {
        var made = PassphraseEncryption.begin(PASSPHRASE).described();
        var changed = new Manifest.Encryption(
                made.cipher(), made.keyDerivation(), memoryKib, iterations, parallelism, made.salt(), made.check());

        assertThatThrownBy(() -> PassphraseEncryption.of(changed, PASSPHRASE))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("does not know");
    }
}
