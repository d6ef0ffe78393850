package org.lockcredentials.matter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** A layer knows those below it and none above; the model of the SDK is known to the lock driver and to what a host opens. */
@AnalyzeClasses(packages = "org.lockcredentials.matter", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {

    private static final String API = "org.lockcredentials";
    private static final String MATTER = API + ".matter";

    /** From the lowest to the highest. */
    private static final List<String> LAYERS = List.of(
            "tlv",
            "crypto",
            "setup",
            "udp",
            "message",
            "session",
            "exchange",
            "certificate",
            "policy",
            "attestation",
            "securechannel",
            "fabric",
            "discovery",
            "interaction",
            "cluster",
            "node",
            "timekeeping",
            "commissioning",
            "lock");

    private static final DescribedPredicate<JavaClass> PLUMBING = resideInAPackage(API + ".internal.bytes")
            .or(resideInAPackage(API + ".internal.actor"))
            .or(named(API + ".Secret"))
            .or(named(API + ".LockCredentialException"))
            .or(named(API + ".Reason"))
            .or(named(API + ".spi.Scheduler"))
            .or(named(API + ".spi.StateStore"));

    @ArchTest
    static void layersImportDownwards(JavaClasses all) {
        for (int i = 0; i < LAYERS.size(); i++) {
            noClasses()
                    .that(resideInAPackage(MATTER + "." + LAYERS.get(i) + ".."))
                    .should()
                    .dependOnClassesThat(resideInAPackage(MATTER + "..")
                            .and(DescribedPredicate.not(resideInAnyPackage(packages(LAYERS.subList(0, i + 1))))))
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_A_LAYER = classes()
            .should()
            .resideInAnyPackage(Stream.concat(Stream.of(MATTER), Stream.of(packages(LAYERS)))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(MATTER + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DRIVER_ALONE_KNOWS_THE_MODEL = noClasses()
            .that(resideInAnyPackage(packages(LAYERS.subList(0, LAYERS.indexOf("lock")))))
            .should()
            .dependOnClassesThat(resideInAPackage(API + "..")
                    .and(DescribedPredicate.not(resideInAPackage(MATTER + "..")))
                    .and(DescribedPredicate.not(PLUMBING)))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule BOUNCY_CASTLE = noClasses()
            .that(resideInAPackage(MATTER + "..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage(packages(List.of("crypto", "certificate", "attestation"))))))
            .should()
            .dependOnClassesThat(resideInAPackage("org.bouncycastle.."));

    /** What a codec may use of the JDK holds no file, no socket, no thread, no clock. */
    @ArchTest
    static final ArchRule CODECS_KNOW_NO_IO = noClasses()
            .that(resideInAnyPackage(packages(List.of("tlv", "setup", "cluster"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io", "java.net", "java.nio.file..", "java.util.concurrent.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SOCKETS = noClasses()
            .that(resideInAPackage(MATTER + "..")
                    .and(DescribedPredicate.not(resideInAnyPackage(packages(List.of("udp", "discovery"))))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.channels.."));

    private static String[] packages(List<String> layers) {
        return layers.stream().map(layer -> MATTER + "." + layer + "..").toArray(String[]::new);
    }

    /** The class with the types inside it. */
    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                name,
                type -> type.getFullName().equals(name) || type.getFullName().startsWith(name + "$"));
    }
}
