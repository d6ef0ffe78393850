package org.lockcredentials.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Access;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.AccessEntry;

/** Access by the host's keys. */
final class AccessOfLock implements Access {

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final Writes writes;
    private final AccessRemoving removing;
    private final AccessChanging changing;

    AccessOfLock(LockDesk desk, Survey survey, Places places, Writes writes, UsersOfLock users) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
        this.writes = writes;
        this.removing = new AccessRemoving(desk, survey, writes);
        this.changing = new AccessChanging(desk, survey, places, writes, users);
    }

    @Override
    public CompletableFuture<Receipt> add(AccessRequest request) {
        return desk.unlessWiped(secrets(request), () -> addOwn(owned(request)));
    }

    private CompletableFuture<Receipt> addOwn(AccessRequest own) {
        return desk.run(
                secrets(own),
                (turn, capabilities) -> checked(capabilities, own, true)
                        .thenCompose(valid -> adding(turn, capabilities, own).run()));
    }

    @Override
    public CompletableFuture<Receipt> change(AccessRequest request) {
        return desk.unlessWiped(secrets(request), () -> changeOwn(owned(request)));
    }

    private CompletableFuture<Receipt> changeOwn(AccessRequest own) {
        return desk.run(secrets(own), (turn, capabilities) -> {
            Optional<AccessEntry> found = desk.journal().find(own.key());
            boolean toBeFinished = found.filter(AccessEntry::isUnfinished).isPresent();
            return checked(capabilities, own, toBeFinished)
                    .thenCompose(valid -> found.map(entry -> toBeFinished
                                    ? adding(turn, capabilities, own).run()
                                    : changing.change(turn, capabilities, own, entry))
                            .orElseGet(() -> Shape.failed(Reason.NOT_FOUND, "the key leads nowhere on this lock")));
        });
    }

    @Override
    public CompletableFuture<Receipt> remove(AccessKey key) {
        return desk.run((turn, capabilities) -> removing.remove(turn, capabilities, key));
    }

    @Override
    public CompletableFuture<List<AccessGrant>> list() {
        return desk.local(() -> desk.journal().all().stream()
                .map(entry -> entry.grant(desk.id()))
                .toList());
    }

    private AccessAdding adding(Turn turn, Capabilities capabilities, AccessRequest request) {
        return new AccessAdding(desk, survey, places, writes, turn, capabilities, request);
    }

    private CompletableFuture<Void> checked(Capabilities capabilities, AccessRequest request, boolean isNew) {
        Validation fresh = new Validation(capabilities, desk.context());
        Validation validation = (isNew ? fresh.newAccess(request) : fresh.access(request))
                .objections(desk.objections(request.user(), request.schedules()));
        return UsersOfLock.valid(validation)
                .thenCompose(valid -> validation
                        .overfull(request.schedules())
                        .map(kind -> Shape.<Void>failed(
                                Reason.FULL, "this lock has no room for so many schedules of kind " + kind))
                        .orElseGet(CompletableFuture::allOf));
    }

    private static AccessRequest owned(AccessRequest request) {
        List<NewCredential> copies = request.credentials().stream()
                .map(each -> new NewCredential(
                        each.type(), each.slot(), each.secret().copy()))
                .toList();
        return new AccessRequest(request.key(), request.user(), copies, request.schedules());
    }

    private static List<Secret> secrets(AccessRequest request) {
        return request.credentials().stream().map(NewCredential::secret).toList();
    }
}
