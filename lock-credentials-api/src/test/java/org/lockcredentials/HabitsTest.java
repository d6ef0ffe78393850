package org.lockcredentials;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.lockcredentials.testing.Habits;

/** Nothing global, nothing that blocks, no secret in a type that anybody may print. */
@AnalyzeClasses(packages = "org.lockcredentials", importOptions = ImportOption.DoNotIncludeTests.class)
final class HabitsTest {

    @ArchTest
    static final ArchTests HABITS = ArchTests.in(Habits.class);

    /** What is called just a key is a name: the store's, or the host's. */
    @ArchTest
    static final ArchRule SECRETS_ARE_NOT_PRINTABLE =
            Habits.secretsAreNotPrintable(field -> field.getName().equals("key"));
}
