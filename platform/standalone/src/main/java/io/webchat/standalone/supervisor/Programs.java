package io.webchat.standalone.supervisor;

import java.nio.file.Path;

/**
 * What the launcher has built and found.
 *
 * @param java of the JDK that runs everything
 * @param node the Node.js executable
 * @param apps the unpacked services, a directory each with {@code app.jar}
 * @param web the web app, with {@code server.js}
 * @param classPath of this module, for the engines
 */
public record Programs(Path java, Path node, Path apps, Path web, String classPath) {
    /** Reads the system properties that the launcher sets. */
    public static Programs ofLauncher() {
        return new Programs(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of(property("webchat.node")),
                Path.of(property("webchat.apps")),
                Path.of(property("webchat.web")),
                System.getProperty("java.class.path"));
    }

    private static String property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("system property " + name + " is not set: use ./webchat");
        }
        return value;
    }
}
