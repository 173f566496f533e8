package io.webchat.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The rules that hold in every service. */
public final class ServiceRules {
    /** Collaborators arrive in the constructor. */
    public static final ArchRule NO_FIELD_INJECTION =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    private ServiceRules() {}

    /**
     * Services know the log and the shared modules, never one another, and never what is for tests or the embedded
     * default.
     */
    public static ArchRule dependOnlyOnSharedModules(String service) {
        var others = Stream.of("auth", "command", "projection", "push", "standalone", "test", "client")
                .filter(name -> !name.equals(service))
                .map(name -> "io.webchat." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.webchat." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    /** The capabilities of a service form no circle. */
    public static ArchRule capabilitiesWithoutCycles(String service) {
        return slices().matching("io.webchat." + service + ".(*)..").should().beFreeOfCycles();
    }
}
