package org.lockcredentials.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.testing.Witness;

/** What has to become of a lock's operations when the host leaves; threads that stay are found by the extension of that name. */
interface ClosingChecks {

    Visit visit();

    @Test
    default void closingIsBoundedAndMayBeRepeated() throws Exception {
        visit().addUser("Ann", visit().pin());
        visit().manager().closeAsync().get(10, TimeUnit.SECONDS);
        visit().manager().closeAsync().get(1, TimeUnit.SECONDS);
    }

    @Test
    default void afterClosingEverythingIsClosed() {
        Lock lock = visit().lock();
        visit().await(lock.users().list());
        visit().manager().close();
        List<CompletableFuture<?>> all = List.of(
                lock.users().list(),
                lock.users().get(1),
                lock.users().set(Visit.named("Ann")),
                lock.users().setEnabled(1, false),
                lock.users().delete(1),
                lock.users().deleteAll(),
                lock.access().list(),
                lock.access().remove(Visit.key("Ann")),
                lock.door().state());
        all.forEach(future -> assertEquals(Reason.CLOSED, visit().reason(future)));
        assertEquals(Reason.CLOSED, visit().reason(visit().manager().locks()));
        LockCredentialException refused = assertThrows(
                LockCredentialException.class,
                () -> visit().manager().lock(visit().under().id()));
        assertEquals(Reason.CLOSED, refused.reason());
    }

    @Test
    default void whatIsUnderWayWhenTheHostLeavesEndsAndIsNotHalfDone() {
        int guests = Math.min(8, visit().places());
        List<AccessRequest> requests = new ArrayList<>();
        List<CompletableFuture<Receipt>> adding = new ArrayList<>();
        for (int i = 0; i < guests; i++) {
            AccessRequest request = Visit.request("Guest " + i, visit().pin());
            requests.add(request);
            adding.add(visit().access().add(request));
        }
        visit().manager().close();
        int done = 0;
        for (CompletableFuture<Receipt> future : adding) {
            assertTrue(future.isDone(), "a future was left open");
            if (future.isCompletedExceptionally()) {
                LockCredentialException failure = visit().failure(future);
                Witness.seen(failure);
                assertEquals(Reason.CLOSED, failure.reason());
            } else {
                done++;
            }
        }
        visit().comeAgain();
        for (AccessRequest request : requests) {
            // What was begun is finished first: a lock without names does not tell whose half a user is.
            visit().await(visit().access().add(request));
        }
        assertEquals(guests, visit().under().truth().size(), done + " were answered before the host left");
        for (AccessRequest request : requests) {
            visit().await(visit().access().remove(request.key()));
        }
        assertEquals(List.of(), visit().under().truth(), done + " were answered before the host left");
    }
}
