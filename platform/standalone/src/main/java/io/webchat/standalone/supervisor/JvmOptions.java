package io.webchat.standalone.supervisor;

import java.nio.file.Path;
import java.util.List;

/** How the JVMs of a small stack are sized: several share two cores and a few gigabytes. */
final class JvmOptions {
    private JvmOptions() {}

    static List<String> java(Path java, String heap) {
        return List.of(
                java.toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED");
    }

    /**
     * The first run writes an archive of its loaded classes when it ends, later ones start from it: a service then
     * needs half of the time. An archive that is missing or does not fit is ignored, and written anew.
     */
    static List<String> writesArchive(Path archive) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    /** Starts from the archive that another process of the same program writes, if there is one. */
    static List<String> readsArchive(Path archive) {
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }
}
