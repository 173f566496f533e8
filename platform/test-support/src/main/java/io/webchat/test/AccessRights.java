package io.webchat.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The table of access rights in {@code platform/docs/production.md}, as it is written there. */
final class AccessRights {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| ([a-z-]+) \\| `([^`]+)` \\| ([A-Za-z, ]+) \\|$");

    private AccessRights() {}

    /** What a user may do; never nothing. */
    static List<AclBinding> of(String user) {
        var rights = ROW.matcher(guide())
                .results()
                .filter(row -> row.group(1).equals(user))
                .flatMap(AccessRights::bindings)
                .toList();
        if (rights.isEmpty()) {
            throw new IllegalStateException("platform/docs/production.md lists no access rights of " + user);
        }
        return rights;
    }

    private static Stream<AclBinding> bindings(MatchResult row) {
        var name = row.group(3);
        // A star alone is every name; at the end of one it stands for the rest.
        var isPrefix = name.endsWith("*") && !name.equals("*");
        var resource = new ResourcePattern(
                ResourceType.fromString(row.group(2).replace('-', '_')),
                isPrefix ? name.substring(0, name.length() - 1) : name,
                isPrefix ? PatternType.PREFIXED : PatternType.LITERAL);
        return Stream.of(row.group(4).split(", ", -1))
                .map(AclOperation::fromString)
                .map(operation -> new AclBinding(
                        resource,
                        new AccessControlEntry("User:" + row.group(1), "*", operation, AclPermissionType.ALLOW)));
    }

    private static String guide() {
        var guide = Path.of("platform/docs/production.md");
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(guide))) {
                return text(folder.resolve(guide));
            }
        }
        throw new IllegalStateException("no folder above this one has " + guide);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
