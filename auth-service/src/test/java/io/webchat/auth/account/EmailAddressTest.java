package io.webchat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EmailAddressTest {
    /** A store of UTF-8 cannot keep it, and two such addresses would be one to whoever reads them. */
    @Test
    void anAddressWithHalfACharacterIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress("alice\ud800@example.org"))
                .withMessageContaining("surrogate");
        assertThat(new EmailAddress("alic\u00e9@example.org").value()).isEqualTo("alic\u00e9@example.org");
    }
}
