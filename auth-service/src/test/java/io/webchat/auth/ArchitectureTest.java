package io.webchat.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packagesOf = AuthServiceApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule CAPABILITIES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("io.webchat.auth.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule AN_ACCOUNT_KNOWS_NOTHING_OF_WHAT_IS_DONE_WITH_IT = noClasses()
            .that()
            .resideInAPackage("io.webchat.auth.account..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.webchat.auth.announcement..",
                    "io.webchat.auth.avatar..",
                    "io.webchat.auth.login..",
                    "io.webchat.auth.password..",
                    "io.webchat.auth.profile..",
                    "io.webchat.auth.registration..",
                    "io.webchat.auth.session..");

    @ArchTest
    static final ArchRule ONLY_ANNOUNCEMENTS_WRITE_TO_THE_LOG = noClasses()
            .that()
            .resideOutsideOfPackage("io.webchat.auth.announcement..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "io.webchat.log.codec..");

    @ArchTest
    static final ArchRule ENDPOINTS_ARE_NOBODY_ELSE_S_BUSINESS =
            classes().that().haveSimpleNameEndingWith("Endpoint").should().bePackagePrivate();

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Autowired.class);
}
