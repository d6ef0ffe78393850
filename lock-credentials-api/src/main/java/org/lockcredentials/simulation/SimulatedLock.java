package org.lockcredentials.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.spi.BackendContext;

/**
 * A lock that is not there: what stands at the door in a test or a trial.
 *
 * <p>It refuses what a strict lock refuses, tells its host what happens at the door, goes wrong when told to, and remembers who wrote what. It lives longer
 * than the backend that speaks to it, as a lock outlives its host's restarts; one backend at a time has it, the last that was
 * opened. Until the first one is opened its clock is the system's, then the host's scheduler. Safe for use by several threads.
 */
public final class SimulatedLock {

    private static final List<CredentialType> TYPED = List.of(CredentialType.PIN, CredentialType.PASSWORD);

    private final Interior interior;
    private final Traffic traffic = new Traffic();
    private final Faults faults = new Faults();
    private @Nullable Line line;

    SimulatedLock(LockProfile profile) {
        interior = new Interior(profile);
    }

    /**
     * A lock to be built from nothing: no user, no credential type, no feature.
     *
     * @param address the second part of its id, {@code simulated:address}
     */
    public static SimulatedLockBuilder builder(String address, String name) {
        return new SimulatedLockBuilder(address, name);
    }

    /** A lock with users and credentials of their own, names of 32 characters, PINs, passwords, fingers it learns, and every schedule. */
    public static SimulatedLockBuilder userCredential(String address, String name) {
        return Presets.userCredential(address, name);
    }

    /** A lock whose 30 code slots are its users, without names, which shows its codes to its host. */
    public static SimulatedLockBuilder userCode(String address, String name) {
        return Presets.userCode(address, name);
    }

    /** A lock with short names that shows no code, guards what other administrators made, and deletes a user with its last credential. */
    public static SimulatedLockBuilder strictMatter(String address, String name) {
        return Presets.strictMatter(address, name);
    }

    public LockId id() {
        return interior.profile.id();
    }

    /**
     * Types a code at the keypad.
     *
     * @return true if the lock opened
     */
    public boolean enterCode(Secret code) {
        return interior.act(() -> interior.entrance.present(TYPED, code, Source.KEYPAD));
    }

    /**
     * Presents a credential to the lock's reader: a step of learning while it learns one of that type, else to be let in.
     *
     * @param sample what the reader makes of it; the same finger is the same sample
     * @return true if the lock opened
     */
    public boolean present(CredentialType type, Secret sample) {
        Source source = type == CredentialType.RFID || type == CredentialType.NFC ? Source.RFID : Source.BIOMETRIC;
        return interior.act(() ->
                !interior.learning.step(type, sample) && interior.entrance.present(List.of(type), sample, source));
    }

    /** Turns the knob inside: locks what is unlocked and unlocks what is locked. Throws REJECTED on a jammed bolt. */
    public void turnKnob() {
        interior.inside(interior.bolt::turnKnob);
    }

    public void openDoor() {
        interior.inside(() -> interior.bolt.door(true));
    }

    public void closeDoor() {
        interior.inside(() -> interior.bolt.door(false));
    }

    /** Jams the bolt, or frees it; while it is jammed every movement fails. */
    public void jam(boolean jammed) {
        interior.inside(() -> interior.bolt.jammed(jammed));
    }

    /** Takes the power away and gives it back: what was under way is gone, users and credentials stay. */
    public void restart() {
        interior.restart();
    }

    /** The lock's own menu at its keypad. */
    public LockMenu menu() {
        return menu("keypad");
    }

    /** The hand of another administrator of the lock: a second controller, another fabric. */
    public LockMenu menu(String administrator) {
        return new LockMenu(interior::inside, interior.writes(administrator));
    }

    /** The faults that wait for the lock's hosts. */
    public Faults faults() {
        return faults;
    }

    /** What the lock was asked. */
    public Traffic traffic() {
        return traffic;
    }

    /** Who changed what. */
    public AuditTrail audit() {
        return interior.audit;
    }

    /** All users as the lock really holds them, by index, whatever it tells its hosts. */
    public List<HeldUser> truth() {
        return interior.act(
                () -> interior.contents.users().stream().map(this::held).toList());
    }

    /** Connects a host; one that was connected before is hung up on. */
    synchronized Line connect(BackendContext host, boolean remembering) {
        if (line != null) {
            line.hangUp();
        }
        Line fresh = new Line(id(), host, traffic, faults, this::restart);
        line = fresh;
        interior.time.follow(host.scheduler());
        interior.announcer.tell(Optional.of(host.listener()));
        if (remembering) {
            interior.remember(host.store());
        }
        return fresh;
    }

    SimulatedDriver driver(Line to) {
        return new SimulatedDriver(interior, to);
    }

    /** Ends a host's line; if it is the one that is connected, the lock is alone again. */
    synchronized void disconnect(Line ended) {
        ended.hangUp();
        if (line == ended) {
            interior.announcer.tell(Optional.empty());
            interior.time.stand();
        }
    }

    private HeldUser held(StoredUser user) {
        List<Credential> places = interior.credentialsOf(user);
        Map<Credential, Secret> codes = new HashMap<>();
        places.forEach(place -> interior.contents
                .credential(place)
                .ifPresent(held -> codes.put(place, held.secret().copy())));
        return new HeldUser(user.told(places, true), codes);
    }
}
