package io.webchat.standalone.supervisor;

import java.nio.file.Path;

/**
 * What a user decides about a stack.
 *
 * @param data the directory of everything it keeps
 */
public record StackOptions(Path data, Ports ports, Instances instances) {
    private static final Path DEFAULT_DATA = Path.of(System.getProperty("webchat.default.data", "var"));

    /**
     * What has to be added to a command for it to find this stack, such as {@code " --data /srv/chat --port-offset
     * 10"}; empty for the default one.
     */
    public String selection() {
        var isDefault = absolute(data).equals(absolute(DEFAULT_DATA));
        return (isDefault ? "" : " --data " + quoted(data.toString()))
                + (ports.offset() == 0 ? "" : " --port-offset " + ports.offset());
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** For a shell, so that the line can be copied. */
    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
