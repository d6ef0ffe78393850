package org.lockcredentials;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which, and what no class of the SDK may do. */
@AnalyzeClasses(packages = "org.lockcredentials", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {

    private static final String ROOT = "org.lockcredentials";

    @ArchTest
    static final ArchRule SCHEDULES_KNOW_NOTHING = knowOnly("schedule");

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_SCHEDULES = knowOnly("", "schedule");

    @ArchTest
    static final ArchRule SLOTS_KNOW_THE_MODEL = knowOnly("slot", "");

    @ArchTest
    static final ArchRule EVENTS_KNOW_THE_MODEL = knowOnly("event", "");

    @ArchTest
    static final ArchRule PLANS_KNOW_THE_MODEL = knowOnly("plan", "");

    @ArchTest
    static final ArchRule BACKENDS_KNOW_MODEL_EVENTS_AND_SCHEDULES = knowOnly("spi", "", "event", "schedule");

    @ArchTest
    static final ArchRule STORES_KNOW_THE_SPI = knowOnly("store", "", "spi");

    @ArchTest
    static final ArchRule BYTES_KNOW_NOTHING = knowOnly("internal.bytes");

    @ArchTest
    static final ArchRule ACTORS_KNOW_THE_SPI = knowOnly("internal.actor", "spi");

    @ArchTest
    static final ArchRule PLANNING_KNOWS_THE_FACETS_AND_THE_MODEL_ALONE =
            knowOnly("internal.plan", "", "plan", "schedule");

    @ArchTest
    static final ArchRule THE_MANAGER_IS_ON_TOP = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".manager", ROOT + ".simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".manager");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helpers?)(\\$.*)?");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(changing());

    @ArchTest
    static final ArchRule LOGS_GO_THROUGH_SLF4J = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "ch.qos.logback..", "org.apache.logging..")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOTHING_GLOBAL_IS_TOUCHED = noClasses()
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "addShutdownHook", Thread.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule CODES_LIVE_IN_SECRETS = fields().that()
            .haveNameMatching("(?i).*(pin|code|secret|password|passphrase)")
            .and()
            .areNotDeclaredIn(Secret.class)
            .should()
            .notHaveRawType(plainText());

    private static ArchRule knowOnly(String layer, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = named(layer);
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = named(others[i]);
        }
        DescribedPredicate<JavaClass> ours = resideInAnyPackage(ROOT + "..");
        return classes()
                .that()
                .resideInAPackage(named(layer))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(DescribedPredicate.not(ours)));
    }

    private static String named(String layer) {
        return layer.isEmpty() ? ROOT : ROOT + "." + layer;
    }

    private static DescribedPredicate<JavaClass> plainText() {
        return DescribedPredicate.describe(
                "text or bytes",
                type -> type.isAssignableTo(CharSequence.class)
                        || type.isEquivalentTo(byte[].class)
                        || type.isEquivalentTo(char[].class));
    }

    private static DescribedPredicate<JavaClass> changing() {
        return DescribedPredicate.describe(
                "a type made to be changed",
                type -> type.getPackageName().startsWith("java.util.concurrent")
                        || type.isAssignableTo(java.util.AbstractMap.class)
                        || type.isAssignableTo(java.util.AbstractCollection.class)
                        || type.isAssignableTo(StringBuilder.class)
                        || type.isAssignableTo(ThreadLocal.class)
                        || type.isArray());
    }
}
