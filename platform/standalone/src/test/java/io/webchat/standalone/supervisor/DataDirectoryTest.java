package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
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

    @Test
    void keys_for_web_push_are_drawn_once_and_for_the_owner_only() throws IOException {
        var data = new DataDirectory(dir.resolve("keys"));
        data.create();

        var keys = data.vapidKeys();

        assertThat(Base64.getUrlDecoder().decode(keys.getFirst())).hasSize(32);
        assertThat(Base64.getUrlDecoder().decode(keys.getLast())).hasSize(65).startsWith(4);
        assertThat(data.vapidKeys()).isEqualTo(keys);
        assertThat(permissions(data.root().resolve("vapid-keys"))).isEqualTo("rw-------");
        assertThat(VapidKeys.generate()).isNotEqualTo(keys);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
