package io.webchat.auth.login;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.account.Accounts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@AuthServiceTest
@ExtendWith(OutputCaptureExtension.class)
class LoginTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MeterRegistry metrics;

    @Test
    void theUsernameAndTheEmailAddressBothLogInWhateverTheirCase() {
        var name = freshName();
        var user = api.registered(name).text("/user/userId");

        for (var login : new String[] {name, name.toUpperCase(), name + "@example.org", " " + name + "@EXAMPLE.ORG"}) {
            var answer = api.login(login, PASSWORD);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("/user/userId")).isEqualTo(user);
            assertThat(api.me(answer.text("/accessToken")).status()).isEqualTo(200);
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGiveTheSameAnswer() {
        var name = freshName();
        api.registered(name);

        var wrongPassword = api.login(name, "not the password");
        var unknownName = api.login(freshName(), PASSWORD);
        var unknownEmail = api.login(freshName() + "@example.org", PASSWORD);

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.problem()).isEqualTo("invalid-credentials");
        assertThat(wrongPassword.header("WWW-Authenticate")).isNotNull();
        assertThat(wrongPassword.setCookie()).isNull();
        assertThat(unknownName.body()).isEqualTo(wrongPassword.body());
        assertThat(unknownEmail.body()).isEqualTo(wrongPassword.body());
    }

    @Test
    void anUnknownLoginCostsOneVerificationAsAWrongPasswordDoes() {
        var name = freshName();
        api.registered(name);

        assertThat(verificationsOf(() -> api.login(name, "not the password"))).isOne();
        assertThat(verificationsOf(() -> api.login(freshName(), PASSWORD))).isOne();
    }

    @Test
    void aMissingFieldIsNamed() {
        var answer = api.post("login", Map.of("login", "alice"), null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("password");
    }

    @Test
    void aHashOfWeakerParametersIsRenewedByALogin() {
        var name = freshName();
        api.registered(name);
        var weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
        accounts.rehash(accounts.findByLogin(name).orElseThrow(), weak);

        assertThat(api.login(name, PASSWORD).status()).isEqualTo(200);

        assertThat(accounts.findByLogin(name).orElseThrow().passwordHash())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(api.login(name, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void neitherPasswordNorEmailAddressReachesTheLogFile(CapturedOutput output) {
        var name = freshName();
        api.registered(name);
        api.login(name + "@example.org", PASSWORD);
        api.login(name + "@example.org", "not the password");
        api.register(name + "@example.org", name, PASSWORD);

        assertThat(output).doesNotContain("example.org", PASSWORD, "not the password");
    }

    private long verificationsOf(Runnable login) {
        var verifications = metrics.get("webchat.password.verification").timer();
        var before = verifications.count();
        login.run();
        return verifications.count() - before;
    }
}
