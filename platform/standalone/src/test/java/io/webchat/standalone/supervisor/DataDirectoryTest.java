package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path dir;

    @Test
    void a_new_one_is_for_its_owner_only() throws IOException {
        var data = new DataDirectory(dir.resolve("var"));

        data.create();

        assertThat(permissions(data.root())).isEqualTo("rwx------");
        assertThat(data.logs()).isDirectory();
    }

    @Test
    void one_that_is_there_keeps_its_permissions() throws IOException {
        var shared = Files.createDirectory(dir.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-x---"));

        new DataDirectory(shared).create();

        assertThat(permissions(shared)).isEqualTo("rwxr-x---");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
