package io.webchat.projection;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.webchat.test.ServiceRules;

@AnalyzeClasses(packages = "io.webchat", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDENCIES = ServiceRules.dependOnlyOnSharedModules("projection");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = ServiceRules.NO_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NO_CYCLES = ServiceRules.capabilitiesWithoutCycles("projection");
}
