package org.lockcredentials.matter.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.conformance.LockUnderTest;
import org.lockcredentials.conformance.OtherSide;
import org.lockcredentials.conformance.TrueUser;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.spi.StateStore;

/** matter.js's lock, commissioned into the fabric of a store. */
record MatterJsUnderTest(MatterJsLock lock, LockId id, StateStore fabric, long requestsBefore, Set<OtherSide> abilities)
        implements LockUnderTest {

    private static final int ENABLED = 1;
    private static final Map<Integer, CredentialType> TYPES = Map.of(1, CredentialType.PIN, 2, CredentialType.RFID);

    /** Without users and credentials, whatever was there. */
    static MatterJsUnderTest empty(MatterJsLock lock, LockId id, StateStore fabric, Set<OtherSide> abilities) {
        lock.forget();
        fabric.keys("matter/notes").forEach(fabric::delete);
        return new MatterJsUnderTest(lock, id, fabric, lock.requests(), abilities);
    }

    @Override
    public LockBackend backend() {
        return new KeptFabric(new MatterBackend(Commissioned.loopback()), fabric);
    }

    @Override
    public List<TrueUser> truth() {
        JsonNode state = lock.state();
        Map<Credential, Secret> codes = new HashMap<>();
        for (JsonNode credential : state.path("credentials")) {
            codes.put(
                    place(credential.path("type"), credential.path("index")),
                    Secret.of(credential.path("data").textValue()));
        }
        List<TrueUser> users = new ArrayList<>();
        for (JsonNode user : state.path("users")) {
            Map<Credential, Secret> own = new HashMap<>();
            for (JsonNode credential : user.path("credentials")) {
                Credential place = place(credential.path("credentialType"), credential.path("credentialIndex"));
                own.put(place, codes.get(place));
            }
            users.add(new TrueUser(
                    user.path("userIndex").intValue(),
                    Optional.of(user.path("userName").textValue()).filter(name -> !name.isEmpty()),
                    user.path("userStatus").intValue() == ENABLED,
                    own));
        }
        users.sort(Comparator.comparing(TrueUser::index));
        return users;
    }

    private static Credential place(JsonNode type, JsonNode index) {
        return new Credential(TYPES.get(type.intValue()), index.intValue());
    }

    @Override
    public long requests() {
        return lock.requests() - requestsBefore;
    }

    @Override
    public void enterCode(Secret code) {
        lock.enterCode(code.use(bytes -> new String(bytes, StandardCharsets.US_ASCII)));
    }

    @Override
    public void present(CredentialType type) {
        throw new UnsupportedOperationException("a Matter lock enrols nothing on request");
    }

    @Override
    public void restart() {
        lock.restart();
    }

    /** The lock itself goes on, for the next test. */
    @Override
    public void close() {}
}
