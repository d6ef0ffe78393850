package org.lockcredentials.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Takes note of every test's failure and, when all tests have ended, looks for every code in all that was noted and logged. */
public final class LeakWatch implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Sightings.HERE.directLog();
        session.getLauncher().registerTestExecutionListeners(new FailureNotes());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            List<String> leaks = search(Pins.drawn(), Sightings.HERE.files().toList());
            if (leaks.isEmpty()) {
                Sightings.HERE.clearReport();
            } else {
                Sightings.HERE.report(String.join(System.lineSeparator(), leaks));
                throw new AssertionError("codes got out, see " + Sightings.HERE.leaks() + ": " + leaks.get(0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where codes are, without the codes. */
    static List<String> search(Set<String> codes, List<Path> files) throws IOException {
        CodeSearch search = new CodeSearch(codes);
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Files.newInputStream(file),
                    StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)))) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (search.finds(line)) {
                        found.add(file.getFileName() + " line " + number);
                    }
                }
            }
        }
        return found;
    }

    private static final class FailureNotes implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(Witness::seen);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            Witness.seen(entry);
        }
    }
}
