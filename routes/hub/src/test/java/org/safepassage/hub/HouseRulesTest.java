package org.safepassage.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.camel.RoutesBuilder;

/// The import rules of the house, each with its because. Maven guards the walls between modules; this guards those
/// inside.
@AnalyzeClasses(packages = "org.safepassage", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule ROUTES_ARE_BUILT_IN_THE_PIPELINE = classes()
            .that()
            .areAssignableTo(RoutesBuilder.class)
            .should()
            .resideInAPackage("org.safepassage.hub.pipeline")
            .because("the way of a case file must be readable in one place");

    @ArchTest
    static final ArchRule NOBODY_IMPORTS_HUB = noClasses()
            .that()
            .resideOutsideOfPackage("org.safepassage.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.safepassage.hub..")
            .because("a room that needs another owns a small interface, and hub adapts it");

    @ArchTest
    static final ArchRule CONFIGURATION_ONLY_IN_WIRING = noClasses()
            .that()
            .resideOutsideOfPackage("org.safepassage.hub.wiring")
            .should()
            .beAnnotatedWith(org.springframework.context.annotation.Configuration.class)
            .because("which bean is made of what stands in one place");

    @ArchTest
    static final ArchRule STEPS_KNOW_NO_QUEUE = noClasses()
            .that()
            .resideInAPackage("org.safepassage.hub.pipeline.steps")
            .and()
            .haveNameNotMatching(".*(Deliver|HandOver|TakeReceipt)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..")
            .because("beans are words: only those at the border to recipients may speak to the broker");

    @ArchTest
    static final ArchRule TIKA_ONLY_IN_EXTRACT = noClasses()
            .that()
            .resideOutsideOfPackage("org.safepassage.extract..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.tika..")
            .because("documents of strangers are parsed in a killable process only");

    @ArchTest
    static final ArchRule KEYS_ONLY_IN_VAULT_AND_SEALING = noClasses()
            .that()
            .resideOutsideOfPackages("org.safepassage.evidence.vault", "org.safepassage.release.consignments")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.crypto.tink..", "org.pgpainless..", "org.bouncycastle.openpgp..")
            .because("key material has two homes and no third");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackages("org.safepassage.hub.cli", "org.safepassage.extract.worker")
            .should()
            .accessField(System.class, "out")
            .because("what is printed by chance may hold case data");

    @ArchTest
    static final ArchRule CONFIGURATION_READING_STARTS_NO_SPRING = noClasses()
            .that()
            .resideInAPackage("org.safepassage.hub.configuration")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("offline commands must start fast");
}
