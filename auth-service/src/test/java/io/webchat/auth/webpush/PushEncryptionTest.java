package io.webchat.auth.webpush;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.auth.session.PushSubscription;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushEncryptionTest {
    private final PushEncryption encryption = new PushEncryption();

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void theExampleOfTheStandardComesOutAsItStandsThere() {
        var ours = new KeyPair(
                P256.publicKey(decoded(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.privateKey(decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        var browser = new PushSubscription(
                "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");

        var body = encryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(UTF_8),
                browser,
                ours,
                decoded("DGv6ra1nlYgDCS1FRnbzlw"));

        assertThat(Browser.encoded(body))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void whatIsEncryptedForABrowserIsReadByItAloneAndNeverTheSameTwice() throws Exception {
        var browser = new Browser();
        var subscription = browser.subscribedAt("https://push.example.net/1");

        var body = encryption.encrypt("Grüße".getBytes(UTF_8), subscription);

        assertThat(browser.decrypt(body)).isEqualTo("Grüße");
        assertThat(encryption.encrypt("Grüße".getBytes(UTF_8), subscription)).isNotEqualTo(body);
    }

    @Test
    void whatAPushServiceNeedNotTakeIsNotMade() throws Exception {
        var browser = new Browser();
        var subscription = browser.subscribedAt("https://push.example.net/1");

        var longest = encryption.encrypt(new byte[PushEncryption.LONGEST], subscription);

        assertThat(longest).hasSizeLessThanOrEqualTo(4_096);
        assertThat(browser.decrypt(longest)).hasSize(PushEncryption.LONGEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encryption.encrypt(new byte[PushEncryption.LONGEST + 1], subscription));
    }

    @Test
    void aPointOfAnotherCurveIsNoKey() {
        var point = P256.bytes(P256.publicKey(
                decoded("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")));
        point[64] ^= 1;

        assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(point));
        assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(new byte[65]));
        assertThatIllegalArgumentException().isThrownBy(() -> P256.privateKey(new byte[32]));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
