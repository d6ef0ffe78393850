package org.lockcredentials.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What every module holds to: nothing global, nothing that blocks, no name that says nothing. */
public final class Habits {

    private static final Set<String> PRINTABLE = Set.of("java.lang.String", "java.lang.CharSequence", "[B", "[C");

    /** A name of one of these words, or with one as a word of its own: pin, adminCode, networkKey. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("(pin|code|secret|password|key)s?|.*(Pin|Code|Secret|Password|Key)s?");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helpers?)(\\$.*)?")
            .because("such a name says how a type came to be");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule STATIC_FIELDS_HOLD_NOTHING_THAT_CHANGES = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(DescribedPredicate.describe(
                    "that is made to change",
                    type -> type.getName().startsWith("java.util.concurrent.")
                            || type.getName().startsWith("java.lang.StringBu")
                            || type.getName().startsWith("java.lang.ThreadLocal")
                            || Set.of("ArrayList", "HashMap", "HashSet", "TreeMap", "LinkedHashMap", "ArrayDeque")
                                    .contains(type.getSimpleName())));

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_OTHER_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_SLEEP_NO_EXIT_NO_HOOK = noClasses()
            .should()
            .callMethodWhere(calls("java.lang.Thread", "sleep")
                    .or(calls("java.util.concurrent.TimeUnit", "sleep"))
                    .or(calls("java.lang.System", "exit"))
                    .or(calls("java.lang.System", "setProperty"))
                    .or(calls("java.lang.Runtime", "addShutdownHook"))
                    .or(calls("java.security.Security", "addProvider")));

    private Habits() {}

    /**
     * Nothing that is named like a secret is of a type that anybody may print.
     *
     * @param excepted fields that hold none, or that the class itself wipes
     */
    public static ArchRule secretsAreNotPrintable(Predicate<JavaField> excepted) {
        return noFields()
                .that(DescribedPredicate.describe(
                        "are named like a secret",
                        (JavaField field) ->
                                SECRET_NAME.matcher(field.getName()).matches()
                                        && !field.getModifiers().contains(JavaModifier.STATIC)
                                        && !excepted.test(field)))
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "that anybody may print", type -> PRINTABLE.contains(type.getName())))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaCall<?>> calls(String owner, String method) {
        return DescribedPredicate.describe(
                        owner + "." + method,
                        (JavaAccess<?> call) -> call.getTargetOwner().getName().equals(owner)
                                && call.getName().equals(method))
                .forSubtype();
    }
}
