package io.webchat.standalone.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whether browsers trust the gateway's certificate, and for how long. */
final class CertificateCheck implements Check {
    private static final String CHECK = "certificate";
    private static final Section SECTION = Section.DEPLOY;
    private static final String REMEDY = "docker compose run --rm certbot certonly gets one, as the guide says.";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofDays(14);
    private static final int HTTPS = 443;

    private final SSLContext browsers;
    private final Clock clock;

    /** @param browsers trusts whom browsers trust */
    CertificateCheck(SSLContext browsers, Clock clock) {
        this.browsers = browsers;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine(Deployment deployment) {
        var url = deployment.url();
        if (url == null) {
            return List.of(Finding.notChecked(CHECK, "Give the address with --url to have its certificate checked."));
        }
        if (!"https".equals(url.getScheme())) {
            return List.of(Finding.critical(
                    CHECK, url + " is not https: passwords and messages can be read on the way.", REMEDY, SECTION));
        }
        return List.of(examine(url));
    }

    private Finding examine(URI url) {
        try {
            return ends(url, served(url, browsers, "HTTPS"));
        } catch (SSLException e) {
            return distrusted(url, e);
        } catch (IOException e) {
            return Finding.critical(
                    CHECK, url + " does not answer: " + e.getMessage(), "docker compose ps shows what runs.", SECTION);
        }
    }

    private Finding ends(URI url, X509Certificate certificate) {
        var end = certificate.getNotAfter().toInstant();
        var left = Duration.between(clock.instant(), end);
        if (left.compareTo(SOON) < 0) {
            return Finding.warning(
                    CHECK,
                    "The certificate of " + url + " ends in " + left.toDays() + " days.",
                    "docker compose run --rm certbot renew, daily by cron or a timer.",
                    SECTION);
        }
        return Finding.fine(
                CHECK, "Browsers trust the certificate of " + url + " for " + left.toDays() + " days more.");
    }

    private Finding distrusted(URI url, SSLException refusal) {
        try {
            var certificate = served(url, everybody(), null);
            var end = certificate.getNotAfter().toInstant();
            var reason = clock.instant().isAfter(end) ? "it ended at " + end : refusal.getMessage();
            return Finding.critical(
                    CHECK, "Browsers do not trust the certificate of " + url + ": " + reason + ".", REMEDY, SECTION);
        } catch (IOException | GeneralSecurityException e) {
            return Finding.critical(
                    CHECK, url + " offers no TLS that this Java speaks: " + e.getMessage() + ".", REMEDY, SECTION);
        }
    }

    /**
     * What a server shows to whoever trusts like that.
     *
     * @param identification how its name is compared; null for not at all
     */
    private static X509Certificate served(URI url, SSLContext trust, @Nullable String identification)
            throws IOException {
        var port = url.getPort() == -1 ? HTTPS : url.getPort();
        try (var socket = (SSLSocket) trust.getSocketFactory().createSocket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(identification);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** For looking at a certificate, never for talking to who has it. */
    private static SSLContext everybody() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Everybody()}, null);
        return context;
    }

    private static final class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
