package org.lockcredentials.zwave;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.lockcredentials.testing.Habits;

/** Nothing global, nothing that blocks, no secret in a type that anybody may print. */
@AnalyzeClasses(packages = "org.lockcredentials.zwave", importOptions = ImportOption.DoNotIncludeTests.class)
final class HabitsTest {

    @ArchTest
    static final ArchTests HABITS = ArchTests.in(Habits.class);

    /** The generator of nonces works in place on bytes that it wipes itself, and nothing else does. */
    @ArchTest
    static final ArchRule SECRETS_ARE_NOT_PRINTABLE = Habits.secretsAreNotPrintable(
            field -> field.getOwner().getSimpleName().equals("CtrDrbg"));
}
