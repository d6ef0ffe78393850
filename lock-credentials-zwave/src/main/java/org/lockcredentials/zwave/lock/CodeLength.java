package org.lockcredentials.zwave.lock;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.CredentialType;
import org.lockcredentials.zwave.command.configuration.Configuration;

/**
 * The one length that all codes of a lock have, as it is configured (Configuration CC v1). Asked once; a lock that does not say may be asked
 * again, and is taken to bear what its command class bears.
 *
 * <p>Touched by tasks of the network's actor only.
 */
final class CodeLength {

    private final LockEndpoint lock;
    private final int parameter;
    private Optional<Integer> digits = Optional.empty();

    /** @param parameter number of the configuration parameter that holds it */
    CodeLength(LockEndpoint lock, int parameter) {
        this.lock = lock;
        this.parameter = parameter;
    }

    /** What the lock can do, with PINs of that length only. */
    CompletableFuture<Capabilities> applied(Capabilities before) {
        if (digits.isPresent()) {
            return CompletableFuture.completedFuture(with(before));
        }
        return lock.channel().get(new Configuration.Get(parameter)).handle((report, failure) -> {
            if (failure == null) {
                digits = Optional.of(report.value());
            }
            return with(before);
        });
    }

    private Capabilities with(Capabilities before) {
        Optional<Capabilities.Credentials> pins = before.credentials(CredentialType.PIN);
        if (pins.isEmpty()
                || digits.filter(each -> each >= pins.get().minLength()
                                && each <= pins.get().maxLength())
                        .isEmpty()) {
            return before;
        }
        Map<CredentialType, Capabilities.Credentials> types = new EnumMap<>(before.credentials());
        int length = digits.get();
        Capabilities.Credentials pin = pins.get();
        types.put(
                CredentialType.PIN,
                new Capabilities.Credentials(
                        pin.slots(), length, length, pin.perUser(), pin.writable(), pin.learnable(), pin.readBack()));
        return new Capabilities(before.users(), types, before.schedules(), before.enabling(), before.features());
    }
}
