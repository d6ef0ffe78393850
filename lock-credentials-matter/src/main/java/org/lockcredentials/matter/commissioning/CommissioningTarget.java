package org.lockcredentials.matter.commissioning;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.setup.Discriminator;
import org.lockcredentials.matter.setup.SetupPayload;

/**
 * The device that is to be commissioned.
 *
 * @param passcode lent for the length of the commissioning
 * @param address where it is; empty to look for it
 * @param discriminator by which it is looked for; needed unless the address is given
 * @param vendorId that it must have, if known
 * @param productId that it must have, if known
 */
public record CommissioningTarget(
        Secret passcode,
        Optional<InetSocketAddress> address,
        Optional<Discriminator> discriminator,
        Optional<Integer> vendorId,
        Optional<Integer> productId) {

    public CommissioningTarget {
        if (address.isEmpty() && discriminator.isEmpty()) {
            throw new IllegalArgumentException("neither an address nor a discriminator");
        }
    }

    /** The device of a setup code, to be looked for. */
    public static CommissioningTarget of(SetupPayload payload) {
        return new CommissioningTarget(
                payload.passcode(),
                Optional.empty(),
                Optional.of(payload.discriminator()),
                payload.vendorId(),
                payload.productId());
    }

    /** The device of this passcode at an address. */
    public static CommissioningTarget at(InetSocketAddress address, Secret passcode) {
        return new CommissioningTarget(
                passcode, Optional.of(address), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same device, which is known to be there. */
    public CommissioningTarget at(InetSocketAddress where) {
        return new CommissioningTarget(passcode, Optional.of(where), discriminator, vendorId, productId);
    }
}
