package io.webchat.push;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.webchat.test.ServiceRules;

@AnalyzeClasses(packages = "io.webchat", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDENCIES = ServiceRules.dependOnlyOnSharedModules("push");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = ServiceRules.NO_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NO_CYCLES = ServiceRules.capabilitiesWithoutCycles("push");

    @ArchTest
    static final ArchRule DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("gateway")
            .definedBy("io.webchat.push.gateway..")
            .layer("resume")
            .definedBy("io.webchat.push.resume..")
            .layer("fanout")
            .definedBy("io.webchat.push.fanout..")
            .layer("entitlement")
            .definedBy("io.webchat.push.entitlement..")
            .layer("presence and typing")
            .definedBy("io.webchat.push.presence..", "io.webchat.push.typing..")
            .layer("login")
            .definedBy("io.webchat.push.login..")
            .layer("watch")
            .definedBy("io.webchat.push.watch..")
            .layer("backplane")
            .definedBy("io.webchat.push.backplane..")
            .layer("protocol")
            .definedBy("io.webchat.push.protocol..")
            .whereLayer("gateway")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("resume")
            .mayOnlyBeAccessedByLayers("gateway")
            .whereLayer("fanout")
            .mayOnlyBeAccessedByLayers("gateway", "resume")
            .whereLayer("presence and typing")
            .mayOnlyBeAccessedByLayers("gateway")
            .whereLayer("login")
            .mayOnlyBeAccessedByLayers("gateway")
            .whereLayer("watch")
            .mayOnlyBeAccessedByLayers("gateway", "presence and typing")
            .whereLayer("backplane")
            .mayOnlyBeAccessedByLayers("presence and typing", "login")
            .whereLayer("entitlement")
            .mayOnlyBeAccessedByLayers("fanout", "presence and typing")
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("gateway", "resume", "fanout", "presence and typing", "watch");
}
