package org.lockcredentials.manager;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Lock;
import org.lockcredentials.LockGroup;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.Target;
import org.lockcredentials.event.EventStream;
import org.lockcredentials.internal.host.Host;
import org.lockcredentials.internal.plan.GroupPlans;
import org.lockcredentials.plan.Plans;

/** The host's view of everything that was wired together. */
final class OpenManager implements LockCredentialManager {

    private final Host host;
    private final Plans plans;

    OpenManager(Host host) {
        this.host = host;
        this.plans = new GroupPlans(host::group);
    }

    @Override
    public CompletableFuture<List<LockInfo>> locks() {
        return host.locks();
    }

    @Override
    public Lock lock(LockId id) {
        return host.lock(id);
    }

    @Override
    public LockGroup group(Target target) {
        return host.group(target);
    }

    @Override
    public EventStream events() {
        return host.events();
    }

    @Override
    public Plans plans() {
        return plans;
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
        return host.close();
    }

    @Override
    public void close() {
        host.close().join();
    }
}
