package org.lockcredentials.zwave;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A layer knows the one below it and none above; the model of the SDK is known to the lock driver alone. */
@AnalyzeClasses(packages = "org.lockcredentials.zwave", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {

    private static final String ZWAVE = "org.lockcredentials.zwave";

    /** Tasks and their order are plumbing that all layers share. */
    private static final DescribedPredicate<JavaClass> ACTOR =
            resideInAPackage(ZWAVE + ".frame").and(simpleNameStartingWith("Actor"));

    @ArchTest
    static final ArchRule PORT = only("port");

    @ArchTest
    static final ArchRule FRAME = only("frame", "port");

    @ArchTest
    static final ArchRule SERIAL_API = only("serialapi", "frame", "port");

    @ArchTest
    static final ArchRule COMMAND = only("command");

    @ArchTest
    static final ArchRule CRYPTO = only("crypto");

    @ArchTest
    static final ArchRule SECURITY = only("security", "command", "crypto");

    @ArchTest
    static final ArchRule TRANSPORT = only("transport", "command", "serialapi", "frame");

    @ArchTest
    static final ArchRule NODE = only("node", "command", "transport");

    @ArchTest
    static final ArchRule LOCK = only("lock", "command", "transport", "node");

    @ArchTest
    static final ArchRule MODEL = noClasses()
            .that(resideInAnyPackage(
                    ZWAVE + ".port..",
                    ZWAVE + ".frame..",
                    ZWAVE + ".serialapi..",
                    ZWAVE + ".command..",
                    ZWAVE + ".crypto..",
                    ZWAVE + ".security..",
                    ZWAVE + ".transport..",
                    ZWAVE + ".node.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.lockcredentials")
                    .and(DescribedPredicate.not(simpleNameStartingWith("Secret")))
                    .or(resideInAnyPackage(
                            "org.lockcredentials.event..",
                            "org.lockcredentials.manager..",
                            "org.lockcredentials.plan..",
                            "org.lockcredentials.schedule..",
                            "org.lockcredentials.slot.."))
                    .or(resideInAPackage("org.lockcredentials.spi")
                            .and(DescribedPredicate.not(simpleNameStartingWith("Scheduler")))
                            .and(DescribedPredicate.not(simpleNameStartingWith("Cancellable")))));

    private static ArchRule only(String layer, String... below) {
        String[] known = new String[below.length + 1];
        known[0] = ZWAVE + "." + layer + "..";
        for (int i = 0; i < below.length; i++) {
            known[i + 1] = ZWAVE + "." + below[i] + "..";
        }
        return noClasses()
                .that(resideInAPackage(ZWAVE + "." + layer + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(ZWAVE + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(known)))
                        .and(DescribedPredicate.not(ACTOR)));
    }
}
