package io.webchat.log;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The log knows the domain and Kafka's client: no Spring, no service. */
@AnalyzeClasses(packages = "io.webchat.log", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "io.webchat.support..",
                    "io.webchat.auth..",
                    "io.webchat.command..",
                    "io.webchat.projection..",
                    "io.webchat.push..");
}
