package org.lockcredentials.zwave;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** A layer knows those below it and none above; the model of the SDK is known to the lock driver and to what a host opens. */
@AnalyzeClasses(packages = "org.lockcredentials.zwave", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {

    private static final String API = "org.lockcredentials";
    private static final String ZWAVE = API + ".zwave";

    private static final DescribedPredicate<JavaClass> BYTES = resideInAPackage(API + ".internal.bytes");
    private static final DescribedPredicate<JavaClass> SCHEDULER =
            named(API + ".spi.Scheduler").or(resideInAPackage(API + ".internal.actor"));
    private static final DescribedPredicate<JavaClass> SECRET = named(API + ".Secret");

    @ArchTest
    static final ArchRule PORT = only("port");

    @ArchTest
    static final ArchRule FRAME = only("frame", "port");

    @ArchTest
    static final ArchRule FUNCTION = only("serialapi.function");

    @ArchTest
    static final ArchRule SERIAL_API = only("serialapi", "frame", "port");

    @ArchTest
    static final ArchRule COMMAND = only("command");

    @ArchTest
    static final ArchRule CRYPTO = only("crypto");

    @ArchTest
    static final ArchRule SECURITY = only("security", "command", "crypto");

    @ArchTest
    static final ArchRule TRANSPORT = only("transport", "command", "crypto", "security", "serialapi", "frame");

    @ArchTest
    static final ArchRule NODE = only("node", "command", "security", "transport");

    @ArchTest
    static final ArchRule INCLUSION = only("inclusion", "security");

    @ArchTest
    static final ArchRule NETWORK =
            only("network", "inclusion", "command", "security", "localtime", "transport", "node", "serialapi", "frame");

    @ArchTest
    static final ArchRule LOCAL_TIME = only("localtime", "command");

    @ArchTest
    static final ArchRule LOCK = only("lock", "command", "transport", "node", "localtime");

    @ArchTest
    static final ArchRule EVENT = only("lock.event", "command");

    @ArchTest
    static final ArchRule QUIRK = only("lock.quirk", "lock.event", "command", "node");

    @ArchTest
    static final ArchRule SCHEDULE = only("lock.schedule", "command");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ZWAVE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LINE_AND_API = ofTheApi(SCHEDULER.or(BYTES), "port", "frame", "serialapi");

    @ArchTest
    static final ArchRule COMMANDS_AND_API = ofTheApi(SECRET.or(BYTES), "command", "crypto", "security");

    @ArchTest
    static final ArchRule NODES_AND_API = ofTheApi(SECRET.or(BYTES).or(SCHEDULER), "transport", "node", "localtime");

    @ArchTest
    static final ArchRule INCLUSION_AND_API = ofTheApi(
            BYTES.or(SCHEDULER)
                    .or(named(API + ".LockId"))
                    .or(named(API + ".Reason"))
                    .or(named(API + ".LockCredentialException"))
                    .or(named(API + ".spi.StateStore")),
            "inclusion",
            "network");

    /** What a codec may use of the JDK holds no file, no socket, no thread, no clock. */
    @ArchTest
    static final ArchRule CODECS_KNOW_NO_IO = classes()
            .that(resideInAnyPackage(packages("command", "serialapi.function")))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(packages("command", "serialapi.function"))
                    .or(BYTES)
                    .or(SECRET)
                    .or(resideInAnyPackage(
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.math",
                            "java.nio.charset",
                            "java.time..",
                            "java.util",
                            "java.util.function",
                            "java.util.stream",
                            "org.jspecify.annotations"))
                    .or(DescribedPredicate.describe("arrays of bytes or numbers", JavaClass::isArray)));

    @ArchTest
    static final ArchRule BOUNCY_CASTLE = noClasses()
            .that(resideInAPackage(ZWAVE + "..").and(not(resideInAPackage(ZWAVE + ".crypto.."))))
            .should()
            .dependOnClassesThat(resideInAPackage("org.bouncycastle.."));

    /** The class initialiser of jSerialComm loads a native library and may end the JVM: whoever names the class decides when. */
    @ArchTest
    static final ArchRule SERIAL_LIBRARY = noClasses()
            .that(not(named(ZWAVE + ".port.SerialChannel")))
            .should()
            .dependOnClassesThat(resideInAPackage("com.fazecast.."));

    private static ArchRule only(String layer, String... below) {
        String[] known =
                packages(Stream.concat(Stream.of(layer), Arrays.stream(below)).toArray(String[]::new));
        return noClasses()
                .that(resideInAnyPackage(packages(layer)))
                .should()
                .dependOnClassesThat(resideInAPackage(ZWAVE + "..").and(not(resideInAnyPackage(known))))
                .allowEmptyShould(true);
    }

    private static ArchRule ofTheApi(DescribedPredicate<JavaClass> allowed, String... layers) {
        return noClasses()
                .that(resideInAnyPackage(packages(layers)))
                .should()
                .dependOnClassesThat(resideInAPackage(API + "..")
                        .and(not(resideInAPackage(ZWAVE + "..")))
                        .and(not(allowed)))
                .allowEmptyShould(true);
    }

    private static String[] packages(String... layers) {
        return Arrays.stream(layers).map(layer -> ZWAVE + "." + layer + "..").toArray(String[]::new);
    }

    /** The class with the types inside it. */
    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                name,
                type -> type.getFullName().equals(name) || type.getFullName().startsWith(name + "$"));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }
}
