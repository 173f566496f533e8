package io.webchat.standalone.doctor;

import java.util.List;

/** Whether it is known which version runs, and so what to go back to. */
final class VersionsCheck implements Check {
    private static final String CHECK = "versions";

    @Override
    public List<Finding> examine(Deployment deployment) {
        var version = deployment.setting("WEBCHAT_VERSION").orElse("latest");
        return List.of(
                version.equals("latest")
                        ? Finding.warning(
                                CHECK,
                                "WEBCHAT_VERSION is latest: nobody can tell what runs, or go back to it.",
                                "Name a version, and keep the one before it.",
                                Section.UPGRADE_FROM_N_TO_N1)
                        : Finding.fine(CHECK, "WEBCHAT_VERSION is " + version + "."));
    }
}
