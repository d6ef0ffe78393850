package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.LockTags;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.internal.queue.Failures;
import org.lockcredentials.internal.queue.LockQueue;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;
import org.lockcredentials.internal.record.AccessJournal;
import org.lockcredentials.internal.record.LockFolder;
import org.lockcredentials.internal.record.TagsRecord;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.internal.record.UserRecords;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.slot.SlotTable;
import org.lockcredentials.spi.LockDriver;

/** What the facets of one lock share: its queue, what is remembered of it, and what is kept of it. */
final class LockDesk {

    private final LockId id;
    private final SessionContext context;
    private final LockMemory memory = new LockMemory();
    private final LockQueue queue;
    private final TagsRecord tags;
    private final UserRecords users;
    private final AccessJournal journal;
    private final Optional<LockCredentialException> broken;
    private final AtomicReference<CompletableFuture<Void>> wordsKept =
            new AtomicReference<>(CompletableFuture.completedFuture(null));
    private volatile LockTags words = LockTags.none();
    private volatile @Nullable Capabilities known;

    LockDesk(LockId id, SessionContext context) {
        this.id = id;
        this.context = context;
        this.queue = new LockQueue(id, context.executor(), context.scheduler(), memory::doubtAll);
        LockFolder folder = new LockFolder(context.store(), id);
        this.tags = new TagsRecord(folder);
        this.users = new UserRecords(folder);
        this.journal = new AccessJournal(folder);
        this.broken = load();
    }

    /** One operation of a facet. */
    interface Work<T> {
        CompletableFuture<T> on(Turn turn, Capabilities capabilities);
    }

    LockId id() {
        return id;
    }

    SessionContext context() {
        return context;
    }

    LockMemory memory() {
        return memory;
    }

    LockQueue queue() {
        return queue;
    }

    /** The host's words for the lock. */
    LockTags words() {
        return words;
    }

    /** Keeps the host's words, one call after the other. */
    CompletableFuture<Void> keepWords(LockTags said) {
        CompletableFuture<Void> kept = new CompletableFuture<>();
        wordsKept.getAndSet(kept).whenComplete((before, failure) -> queue.dispatch(() -> keepWords(said, kept)));
        return kept;
    }

    private void keepWords(LockTags said, CompletableFuture<Void> kept) {
        try {
            tags.write(said);
            words = said;
            kept.complete(null);
        } catch (RuntimeException failed) {
            kept.completeExceptionally(failed);
        }
    }

    UserRecords users() {
        return users;
    }

    AccessJournal journal() {
        return journal;
    }

    /** Why nothing can be done here: what is kept of the lock could not be read, and going on without it could double or destroy. */
    Optional<LockCredentialException> broken() {
        return broken;
    }

    /** Runs an operation when it is its turn. */
    <T> CompletableFuture<T> run(Work<T> work) {
        return run(List.of(), work);
    }

    /** Runs an operation when it is its turn, and wipes these secrets when it has ended, whichever way. */
    <T> CompletableFuture<T> run(Collection<Secret> secrets, Work<T> work) {
        return run(context.operationTimeout(), secrets, work);
    }

    <T> CompletableFuture<T> run(Duration time, Collection<Secret> secrets, Work<T> work) {
        return queue.submit(
                time,
                turn -> broken.isPresent()
                        ? CompletableFuture.failedFuture(broken.get())
                        : capabilities(turn).thenCompose(capabilities -> work.on(turn, capabilities)),
                () -> secrets.forEach(Secret::wipe));
    }

    /** Takes over these secrets of a caller's; one that was wiped says nothing any more, and nothing is sent. */
    <T> CompletableFuture<T> unlessWiped(Collection<Secret> given, Supplier<CompletableFuture<T>> operation) {
        return given.stream().noneMatch(Secret::isWiped)
                ? operation.get()
                : CompletableFuture.failedFuture(LockCredentialException.refused(
                                List.of(Finding.invalid("secret", "the secret was wiped before it was handed over")))
                        .at(id));
    }

    /** Answers from what is kept here; neither the lock nor its queue is asked. */
    <T> CompletableFuture<T> local(Supplier<T> answer) {
        return aside(() -> Shape.done(answer.get()));
    }

    /** Does something with what is kept here; neither the lock nor its queue is asked. */
    <T> CompletableFuture<T> aside(Supplier<CompletableFuture<T>> work) {
        return queue.aside(context.operationTimeout(), turn -> {
            if (broken.isPresent()) {
                return CompletableFuture.failedFuture(broken.get());
            }
            return queue.driver() == null ? Shape.failed(Reason.NOT_FOUND, "no backend knows this lock") : work.get();
        });
    }

    /** What the lock can do; waits for its turn only if it must be asked. */
    CompletableFuture<Capabilities> knownCapabilities() {
        Capabilities remembered = known;
        return remembered != null ? local(() -> remembered) : run((turn, told) -> Shape.done(told));
    }

    /** What the lock can do, asked once. */
    CompletableFuture<Capabilities> capabilities(Turn turn) {
        Capabilities remembered = known;
        if (remembered != null && queue.driver() != null) {
            return CompletableFuture.completedFuture(remembered);
        }
        return turn.ask(LockDriver::capabilities).thenApply(told -> {
            memory.slots().slotIsUser(Shape.slotIsUser(told));
            known = told;
            return told;
        });
    }

    /** What the driver has against it, by what it knows of the lock; the lock is not asked. */
    List<Finding> objections(UserUpdate user, List<Schedule> schedules) {
        LockDriver driver = queue.driver();
        return driver == null ? List.of() : driver.objections(user, schedules);
    }

    /** Another driver speaks for the lock, or none. */
    void speakTo(@Nullable LockDriver driver) {
        known = null;
        memory.doubtAll();
        queue.use(driver);
    }

    long now() {
        return context.scheduler().nanoTime();
    }

    /** How long a place stays reserved for a write of this turn whose answer never came: the lock may take it late. */
    long heldUntil(Turn turn) {
        return turn.deadline() + context.operationTimeout().toNanos();
    }

    /** Ends the reservations of an operation, but for a write whose answer is lost. */
    void release(Object holder, @Nullable Throwable failure) {
        if (failure == null || Failures.isRefusal(Failures.typed(failure))) {
            memory.slots().release(holder);
        }
    }

    /** The user with the name the SDK keeps, on a lock that keeps none. */
    User named(Capabilities capabilities, User user) {
        if (Shape.keepsNames(capabilities)) {
            return user;
        }
        return user.withName(users.find(user.index())
                .filter(record -> !record.is(UserRecord.State.KEPT))
                .flatMap(record -> record.user().name()));
    }

    /**
     * The index is free and is given to somebody, so that finished keys which led to it lead nowhere: what they led to was deleted unheard.
     * No two keys, and no key and a kept user, ever share an index.
     */
    void vacate(int userIndex) {
        vacate(userIndex, Optional.empty());
    }

    /** @param whose the key that it is given to, which led there before */
    void vacate(int userIndex, Optional<AccessKey> whose) {
        journal.of(userIndex).stream()
                .filter(entry ->
                        !entry.isUnfinished() && !Optional.of(entry.key()).equals(whose))
                .forEach(this::userIsGone);
        if (memory.slots().slotIsUser()) {
            for (AccessEntry entry : journal.all()) {
                List<Credential> left = entry.suspects().stream()
                        .filter(place -> place.slot() != userIndex)
                        .toList();
                if (entry.userIndex() != userIndex && !left.equals(entry.suspects())) {
                    journal.put(entry.withSuspects(left));
                }
            }
        }
    }

    /** The user that a key led to is not on the lock any longer; the key goes with it, unless a code may be left elsewhere. */
    void userIsGone(AccessEntry entry) {
        if (entry.suspects().isEmpty()) {
            journal.forget(entry.key());
            memory.slots().release(entry.key());
            return;
        }
        AccessEntry left = entry.onlySuspects(memory.slots().slotIsUser());
        journal.put(left);
        memory.slots().release(entry.key());
        reserve(left);
    }

    /**
     * The places that a key must find again are nobody else's: all of them while it is unfinished, afterwards those where a code may have been left.
     *
     * @return false if somebody else has the user's index reserved
     */
    boolean reserve(AccessEntry entry) {
        entry.suspects().forEach(place -> reserveFor(entry, place));
        if (!entry.isUnfinished()) {
            return true;
        }
        entry.credentials().forEach(place -> reserveFor(entry, place));
        return memory.slots().reserveUser(entry.userIndex(), entry.key(), now(), SlotTable.NEVER);
    }

    private void reserveFor(AccessEntry entry, Credential place) {
        memory.slots().reserveCredential(place, entry.key(), now(), SlotTable.NEVER);
    }

    /** The place of a user that is not on the lock is nobody else's. */
    void reserve(UserRecord user) {
        memory.slots().reserveUser(user.index(), holderOf(user.index()), now(), SlotTable.NEVER);
        user.user()
                .credentials()
                .forEach(place ->
                        memory.slots().reserveCredential(place, holderOf(user.index()), now(), SlotTable.NEVER));
    }

    /** In whose name a place is reserved for one write about a user: asked for again after a lost answer, it is the same. */
    static Object writerFor(int userIndex) {
        return "write for user " + userIndex;
    }

    /** In whose name the SDK reserves for a user that it keeps. */
    static Object holderOf(int userIndex) {
        return "user " + userIndex;
    }

    private Optional<LockCredentialException> load() {
        try {
            words = tags.read();
            users.load();
            journal.load();
        } catch (LockCredentialException unreadable) {
            return Optional.of(unreadable.at(id));
        } catch (RuntimeException failed) {
            return Optional.of(new LockCredentialException(Reason.REJECTED, "the store cannot be read", failed).at(id));
        }
        journal.all().forEach(this::reserve);
        for (UserRecord user : users.all()) {
            memory.nameIs(user.index(), user.user().name());
            if (!user.is(UserRecord.State.PRESENT)) {
                reserve(user);
            }
        }
        return Optional.empty();
    }
}
