package org.lockcredentials.matter;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.lockcredentials.testing.Habits;

/** Nothing global, nothing that blocks, no secret in a type that anybody may print. */
@AnalyzeClasses(packages = "org.lockcredentials.matter", importOptions = ImportOption.DoNotIncludeTests.class)
final class HabitsTest {

    @ArchTest
    static final ArchTests HABITS = ArchTests.in(Habits.class);

    /** Public keys and a country are no secrets. */
    @ArchTest
    static final ArchRule SECRETS_ARE_NOT_PRINTABLE = Habits.secretsAreNotPrintable(
            field -> field.getName().matches("(.*P|p)ublicKeys?|verificationKey|countryCode"));
}
