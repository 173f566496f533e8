package io.webchat.auth.webpush;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VapidTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final String SUBJECT = "mailto:operator@chat.test";

    private final KeyPair keys = P256.generate();

    @Test
    void aTokenIsForOnePushServiceForHalfADayAndSignedWithTheKeyThatItNames() throws Exception {
        var authorization = vapid(publicOf(keys), privateOf(keys), SUBJECT)
                .authorization(URI.create("https://push.example.net:8443/send/x?y"));

        assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + publicOf(keys));
        var token = authorization.substring(8, authorization.indexOf(',')).split("\\.");
        var header = new String(Base64.getUrlDecoder().decode(token[0]), UTF_8);
        var claims = new JsonMapper().readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(header).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        assertThat(claims.get("aud").asString()).isEqualTo("https://push.example.net:8443");
        assertThat(claims.get("sub").asString()).isEqualTo(SUBJECT);
        assertThat(Instant.ofEpochSecond(claims.get("exp").asLong())).isEqualTo(NOW.plus(Duration.ofHours(12)));
        var verification = Signature.getInstance("SHA256withECDSAinP1363Format");
        verification.initVerify(keys.getPublic());
        verification.update((token[0] + "." + token[1]).getBytes(UTF_8));
        assertThat(verification.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void withoutKeysNobodyIsCalled() {
        assertThat(vapid("", "", "").publicKey()).isEmpty();
    }

    @Test
    void keysThatAreNoGoodAreNamed() {
        var other = P256.generate();

        assertFault("WEB_PUSH_VAPID_PRIVATE_KEY is no key", publicOf(keys), "", SUBJECT);
        assertFault("WEB_PUSH_VAPID_PUBLIC_KEY is no key", "", privateOf(keys), SUBJECT);
        assertFault("WEB_PUSH_VAPID_PUBLIC_KEY is no key", "?", privateOf(keys), SUBJECT);
        assertFault("are not of one pair", publicOf(other), privateOf(keys), SUBJECT);
        for (var subject : new String[] {"", "operator@chat.test", "http://chat.test", "mailto:operator"}) {
            assertFault("WEB_PUSH_VAPID_SUBJECT must be", publicOf(keys), privateOf(keys), subject);
        }
    }

    private static void assertFault(String fault, String publicKey, String privateKey, String subject) {
        assertThatThrownBy(() -> vapid(publicKey, privateKey, subject))
                .isInstanceOf(UnusableVapidKeysException.class)
                .hasMessageContaining(fault);
    }

    private static Vapid vapid(String publicKey, String privateKey, String subject) {
        return new Vapid(Settings.of(publicKey, privateKey, subject, false), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String publicOf(KeyPair pair) {
        return Browser.encoded(P256.bytes((ECPublicKey) pair.getPublic()));
    }

    private static String privateOf(KeyPair pair) {
        return Browser.encoded(P256.bytes((ECPrivateKey) pair.getPrivate()));
    }
}
