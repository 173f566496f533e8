package io.webchat.standalone.doctor;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The keys for web push: all three settings or none, and of the form that they must have. */
final class WebPushCheck implements Check {
    private static final String CHECK = "web push";
    private static final String PUBLIC_KEY = "WEB_PUSH_VAPID_PUBLIC_KEY";
    private static final String PRIVATE_KEY = "WEB_PUSH_VAPID_PRIVATE_KEY";
    private static final String SUBJECT = "WEB_PUSH_VAPID_SUBJECT";

    @Override
    public List<Finding> examine(Deployment deployment) {
        var publicKey = deployment.setting(PUBLIC_KEY);
        var privateKey = deployment.setting(PRIVATE_KEY);
        if (publicKey.isEmpty() && privateKey.isEmpty()) {
            return List.of(Finding.fine(CHECK, "There is none: nobody is called who has no page open."));
        }
        if (size(publicKey) != 65) {
            return critical(PUBLIC_KEY + " is no public key of P-256: 65 bytes in base64url.");
        }
        if (size(privateKey) != 32) {
            return critical(PRIVATE_KEY + " is no private key of P-256: 32 bytes in base64url.");
        }
        var subject = deployment.setting(SUBJECT).orElse("");
        return subject.startsWith("https://") || subject.matches("mailto:[^@\\s]+@[^@\\s]+")
                ? List.of(Finding.fine(CHECK, "Browsers can be called that have no page open."))
                : critical(SUBJECT + " is neither mailto:… nor https://….");
    }

    private static List<Finding> critical(String message) {
        return List.of(Finding.critical(
                CHECK,
                message,
                "Set all three WEB_PUSH_VAPID_ variables, or none: auth-service does not start otherwise.",
                Section.DEPLOY));
    }

    private static int size(Optional<String> text) {
        try {
            return Base64.getUrlDecoder().decode(text.orElse("")).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
