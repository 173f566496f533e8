package io.webchat.domain.attachment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a file that is safe to show, to send in a header and to save under, on every usual system. Whatever is
 * given becomes such a name; a safe one stays as it is.
 *
 * <p>Guarantees: composed characters (NFC); no path, control or format character (so nothing that turns the direction
 * of writing and lets {@code exe} look like {@code txt}), no half of a surrogate pair, none of {@code < > : " | ? *};
 * no dot in front, no dot or white space at the end; no name that Windows keeps for a device; 1 to {@value #MAX_BYTES}
 * bytes of UTF-8, of which the extension survives. It does not promise that the extension tells the truth.
 */
public record FileName(String value) {
    public static final int MAX_BYTES = 255;

    private static final int MAX_EXTENSION_BYTES = 32;
    private static final String NAMELESS = "file";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}]+");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");

    /** Looked for where a run begins only: else the time would grow with the square of its length. */
    private static final Pattern EDGES = Pattern.compile("^[. ]++|(?<![. ])[. ]++$");

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9¹²³]) *(?:\\..*)?");

    public FileName {
        value = withoutEdges(bounded(shown(value)));
        if (value.isEmpty()) {
            value = NAMELESS;
        }
    }

    @Override
    public String toString() {
        return value;
    }

    private static String shown(String name) {
        var lines = name.replaceAll("[\\r\\n\\t]", " ");
        var file = lines.substring(1 + Math.max(lines.lastIndexOf('/'), lines.lastIndexOf('\\')));
        var visible = UNSEEN.matcher(file).replaceAll("");
        var spaced = SPACE.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC))
                .replaceAll(" ");
        var trimmed = withoutEdges(RESERVED.matcher(spaced).replaceAll("_"));
        return DEVICE.matcher(trimmed).matches() ? "_" + trimmed : trimmed;
    }

    private static String withoutEdges(String name) {
        return EDGES.matcher(name).replaceAll("");
    }

    private static String bounded(String name) {
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot);
        if (bytes(extension) > MAX_EXTENSION_BYTES) {
            return cut(name, MAX_BYTES);
        }
        var stem = name.substring(0, name.length() - extension.length());
        return cut(stem, MAX_BYTES - bytes(extension)) + extension;
    }

    /** As many whole characters as fit. */
    private static String cut(String text, int maxBytes) {
        var bytes = 0;
        for (var i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            bytes += bytes(text.codePointAt(i));
            if (bytes > maxBytes) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static int bytes(String text) {
        var bytes = 0;
        for (var i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            bytes += bytes(text.codePointAt(i));
        }
        return bytes;
    }

    /** How many bytes a character has in UTF-8. */
    private static int bytes(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
