package org.lockcredentials.internal.plan;

import java.util.List;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.NewCredential;
import org.lockcredentials.plan.Plan;

/** A plan with secrets of its own, since the caller may wipe those it gave before the first lock is reached. */
record OwnedPlan(Plan plan) implements AutoCloseable {

    static OwnedPlan copyOf(Plan given) {
        List<AccessRequest> access =
                given.access().stream().map(OwnedPlan::copyOf).toList();
        return new OwnedPlan(new Plan(given.owner(), given.target(), access));
    }

    @Override
    public void close() {
        for (AccessRequest request : plan.access()) {
            request.credentials().forEach(credential -> credential.secret().wipe());
        }
    }

    private static AccessRequest copyOf(AccessRequest request) {
        List<NewCredential> credentials = request.credentials().stream()
                .map(given -> new NewCredential(
                        given.type(), given.slot(), given.secret().copy()))
                .toList();
        return new AccessRequest(request.key(), request.user(), credentials, request.schedules());
    }
}
