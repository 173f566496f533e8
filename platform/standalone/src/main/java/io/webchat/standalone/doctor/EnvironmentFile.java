package io.webchat.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a {@code .env} as Compose does, as far as WebChat's own needs it: no references to other variables. */
public final class EnvironmentFile {
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)')\\s*(?:#.*)?");

    private EnvironmentFile() {}

    public static Map<String, String> read(Path file) throws IOException {
        var result = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var setting = LINE.matcher(line);
            if (setting.matches()) {
                result.put(setting.group(1), value(setting.group(2)));
            }
        }
        return result;
    }

    private static String value(String text) {
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(1) == null ? quoted.group(2) : quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        // A comment begins after white space only: a password may contain the sign.
        return text.replaceFirst("(^|\\s)#.*$", "").strip();
    }
}
