package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstancesTest {
    @Test
    void what_is_not_named_runs_once() {
        var instances = Instances.parse("push=2, command=3");

        assertThat(instances.of(ServiceKind.PUSH)).isEqualTo(2);
        assertThat(instances.of(ServiceKind.COMMAND)).isEqualTo(3);
        assertThat(instances.of(ServiceKind.AUTH)).isEqualTo(1);
        assertThat(Instances.ONE_EACH.of(ServiceKind.PROJECTION)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push=0", "push=10", "push=-1", "push=two", "push=", "push"})
    void a_wrong_count_names_its_service(String text) {
        assertThatThrownBy(() -> Instances.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instances of push")
                .hasMessageContaining("expected: 1 to 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "push=2,", ",push=2", "push=2,,command=2"})
    void an_empty_entry_is_refused(String text) {
        assertThatThrownBy(() -> Instances.parse(text))
                .hasMessage("instances: \"" + text + "\" (expected: services and counts, such as push=2,command=2)");
    }

    @Test
    void a_service_is_named_once() {
        assertThatThrownBy(() -> Instances.parse("push=2,command=1,push=3"))
                .hasMessage("instances of push are given twice: push=2,command=1,push=3");
    }

    @Test
    void an_unknown_service_is_named() {
        assertThatThrownBy(() -> Instances.parse("kafka=3"))
                .hasMessage("unknown service: kafka (expected: auth, command, projection or push)");
    }
}
