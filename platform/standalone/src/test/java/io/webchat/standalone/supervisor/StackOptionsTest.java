package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a user has to type to reach a stack again. */
class StackOptionsTest {
    @Test
    void the_default_stack_needs_nothing() {
        assertThat(selection("var", 0)).isEmpty();
        assertThat(selection("./var/../var", 0)).isEmpty();
    }

    @Test
    void others_are_named_by_what_differs() {
        assertThat(selection("/srv/chat", 0)).isEqualTo(" --data /srv/chat");
        assertThat(selection("var", 10)).isEqualTo(" --port-offset 10");
        assertThat(selection("/srv/chat", 10)).isEqualTo(" --data /srv/chat --port-offset 10");
    }

    @Test
    void a_shell_reads_the_directory_as_it_is() {
        assertThat(selection("/srv/our chat", 0)).isEqualTo(" --data '/srv/our chat'");
        assertThat(selection("/srv/ada's", 0)).isEqualTo(" --data '/srv/ada'\\''s'");
    }

    private static String selection(String data, int offset) {
        return new StackOptions(Path.of(data), new Ports(offset), Instances.ONE_EACH).selection();
    }
}
