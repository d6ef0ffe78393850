package org.lockcredentials.manager;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.host.ForeignFailures;
import org.lockcredentials.internal.host.Host;
import org.lockcredentials.internal.host.HostConfig;
import org.lockcredentials.internal.host.OwnResources;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.StateStore;

/** Collects what a {@link LockCredentialManager} needs, and opens it; not safe for use by several threads. */
public final class ManagerBuilder {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final List<LockBackend> backends = new ArrayList<>();
    private Optional<Path> directory = Optional.empty();
    private Optional<StateStore> store = Optional.empty();
    private Optional<Executor> executor = Optional.empty();
    private Optional<Scheduler> scheduler = Optional.empty();
    private Duration operationTimeout = DEFAULT_TIMEOUT;
    private SlotPolicy userSlots = SlotPolicy.all();
    private SlotPolicy credentialSlots = SlotPolicy.all();
    private boolean emulateDisabling;
    private final List<Consumer<? super LockEvent>> listeners = new ArrayList<>();

    ManagerBuilder() {}

    /** Adds a backend, which the manager then opens and closes; at least one, and no two of one name. */
    public ManagerBuilder backend(LockBackend backend) {
        backends.add(Objects.requireNonNull(backend, "backend"));
        return this;
    }

    /**
     * Keeps state in a directory that this manager has for itself while it is open. This or {@link #stateStore} must be chosen: keys, bindings and
     * retries after a crash depend on it.
     */
    public ManagerBuilder stateDirectory(Path path) {
        directory = Optional.of(path);
        return this;
    }

    /** Keeps state in a store of the host's, which the host closes after the manager. */
    public ManagerBuilder stateStore(StateStore chosen) {
        store = Optional.of(chosen);
        return this;
    }

    /** Runs the SDK's work and every answer; the host shuts it down after the manager. Default: a few daemon threads of the manager's own. */
    public ManagerBuilder executor(Executor chosen) {
        executor = Optional.of(chosen);
        return this;
    }

    /** Replaces real time, as a test does. */
    public ManagerBuilder scheduler(Scheduler chosen) {
        scheduler = Optional.of(chosen);
        return this;
    }

    /** The time that an operation on a lock may take, waiting for those before it included; more than zero, default 60 seconds. */
    public ManagerBuilder operationTimeout(Duration time) {
        operationTimeout = time;
        return this;
    }

    /** Which user indexes the SDK chooses from; default all. */
    public ManagerBuilder userSlots(SlotPolicy policy) {
        userSlots = policy;
        return this;
    }

    /** Which credential slots the SDK chooses from, for every type; default all. */
    public ManagerBuilder credentialSlots(SlotPolicy policy) {
        credentialSlots = policy;
        return this;
    }

    /**
     * Whether a user may be disabled on a lock that has no such state, by taking the code off it and keeping the code in the state store;
     * default false.
     */
    public ManagerBuilder emulateDisabling(boolean allowed) {
        emulateDisabling = allowed;
        return this;
    }

    /**
     * Adds a listener that hears of every event from the first on, that is, also of the {@link LockEvent.Progress} of getting to know locks while
     * they are opened; otherwise as {@link org.lockcredentials.event.EventStream#subscribe}, until the manager is closed.
     */
    public ManagerBuilder listener(Consumer<? super LockEvent> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Opens the state and then all backends at once.
     *
     * <p>Completes with the manager when every backend is open. If one of them fails, the others are closed again and the future fails
     * as the first of them did, by the order in which they were added: a manager never works with half its locks unnoticed.
     * Fails with INVALID (no backend, two of one name, a name that is no lower-case word, no state or two, a timeout that is not more than
     * zero; every finding at once, nothing opened), REJECTED (the state directory cannot be had), UNREACHABLE or SECURITY (a backend's network cannot
     * be had), TIMEOUT (a backend is not open after two minutes), and whatever else a backend says.
     */
    public CompletableFuture<LockCredentialManager> open() {
        List<Finding> findings = findings();
        if (!findings.isEmpty()) {
            return CompletableFuture.failedFuture(LockCredentialException.refused(findings));
        }
        OwnResources own = new OwnResources();
        Executor workers = executor.orElseGet(own::workers);
        Function<StateStore, HostConfig> config = config(workers, scheduler.orElseGet(own::clock), own);
        CompletableFuture<LockCredentialManager> answer = new CompletableFuture<>();
        CompletableFuture.supplyAsync(stateOpener(own), workers)
                .thenApply(config)
                .thenCompose(ManagerBuilder::open)
                .whenCompleteAsync(
                        (manager, failure) -> {
                            if (failure == null) {
                                answer.complete(manager);
                            } else {
                                own.close();
                                answer.completeExceptionally(ForeignFailures.of(failure));
                            }
                        },
                        workers);
        return answer;
    }

    private static CompletableFuture<LockCredentialManager> open(HostConfig config) {
        Host host = new Host(config);
        return host.open().thenApply(opened -> new OpenManager(host));
    }

    /** Takes what was chosen as it is now: the builder may be used again meanwhile. */
    private Function<StateStore, HostConfig> config(Executor workers, Scheduler clock, OwnResources own) {
        List<LockBackend> opened = List.copyOf(backends);
        Duration timeout = operationTimeout;
        SlotPolicy users = userSlots;
        SlotPolicy credentials = credentialSlots;
        boolean emulate = emulateDisabling;
        List<Consumer<? super LockEvent>> hearers = List.copyOf(listeners);
        return state -> new HostConfig(
                opened, workers, clock, state, timeout, users, credentials, emulate, hearers, own::close);
    }

    private Supplier<StateStore> stateOpener(OwnResources own) {
        Optional<StateStore> given = store;
        Optional<Path> path = directory;
        return () -> given.orElseGet(() -> own.directory(path.orElseThrow()));
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (backends.isEmpty()) {
            findings.add(Finding.invalid("backend", "a manager needs at least one backend"));
        }
        Set<String> names = new HashSet<>();
        for (LockBackend backend : backends) {
            String name = backend.name();
            if (!NAME.matcher(name).matches()) {
                findings.add(Finding.invalid("backend", "a backend's name is a lower-case word, not " + name));
            }
            if (!names.add(name)) {
                findings.add(Finding.invalid("backend", "two backends are called " + name));
            }
        }
        if (directory.isPresent() == store.isPresent()) {
            findings.add(Finding.invalid("state", "choose either a state directory or a state store"));
        }
        if (operationTimeout.isNegative() || operationTimeout.isZero()) {
            findings.add(Finding.invalid("operationTimeout", "the operation timeout must be more than zero"));
        }
        return findings;
    }
}
