package org.lockcredentials.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.testing.ScriptedDriver;

/** What only the driver can see is found together with the rest, before anything is sent. */
class ObjectionsTest {

    private static final Finding NAME = Finding.invalid("name", "the name has letters that the lock has not");
    private static final Finding ZONE = Finding.invalid("schedules", "the lock's clock cannot express it");

    private final Bench bench = new Bench(ScriptedDriver.separate(10, 10));

    @Test
    void accessIsRefusedWithAllFindings() {
        bench.driver.object(NAME, ZONE);
        LockCredentialException refused = bench.failure(bench.session.access().add(Bench.access("Ann", "12")));
        assertEquals(
                List.of("pin", "name", "schedules"),
                refused.findings().stream().map(Finding::field).toList());
        assertEquals(List.of(), bench.driver.calls());
        assertEquals(List.of(), bench.get(bench.session.access().list()));
    }

    @Test
    void aChangeLeavesWhatIsThere() {
        bench.get(bench.session.access().add(Bench.access("Ann", "1234")));
        bench.driver.object(ZONE);
        bench.driver.forgetCalls();
        AccessRequest change = AccessRequest.builder(new AccessKey("test", "Ann"))
                .name("Anna")
                .pin(Secret.of("5678"))
                .build();
        assertEquals(
                List.of(ZONE),
                bench.failure(bench.session.access().change(change)).findings());
        assertEquals(List.of(), bench.driver.calls());
        assertEquals("1234", bench.driver.code(Bench.pin(1)).orElseThrow());
    }

    @Test
    void aUserIsRefused() {
        bench.driver.object(NAME);
        UserUpdate ann = UserUpdate.builder().name("Ann").build();
        LockCredentialException refused = bench.failure(bench.session.users().set(ann));
        assertEquals(Reason.INVALID, refused.reason());
        assertEquals(List.of(NAME), refused.findings());
        assertEquals(List.of(), bench.driver.calls());
    }

    @Test
    void schedulesAreRefused() {
        bench.driver.object(ZONE);
        LockCredentialException refused =
                bench.failure(bench.session.schedules().set(1, List.of()));
        assertTrue(refused.findings().contains(ZONE), "beside that this lock has none at all");
        assertEquals(List.of(), bench.driver.calls());
    }
}
