package org.lockcredentials.matter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lockcredentials.Secret;

/** What the members of a fabric derive from its root key and its identity protection key (IPK). */
public final class FabricKeys {

    private static final byte[] COMPRESSED_FABRIC = "CompressedFabric".getBytes(US_ASCII);
    private static final byte[] GROUP_KEY = "GroupKey v1.0".getBytes(US_ASCII);

    private FabricKeys() {}

    /** The 64-bit name of a fabric on the network, Core specification section 4.3.2.2. */
    public static long compressedFabricId(P256PublicKey root, long fabricId) {
        byte[] point = root.bytes();
        byte[] coordinates = Arrays.copyOfRange(point, 1, point.length);
        return ByteBuffer.wrap(Kdf.hkdf(coordinates, bigEndian(fabricId), COMPRESSED_FABRIC, Long.BYTES))
                .getLong();
    }

    /** The 16-byte operational IPK of an epoch key, section 4.17.2. */
    public static Secret operationalIpk(Secret epochKey, long compressedFabricId) {
        return Kdf.hkdf(epochKey, bigEndian(compressedFabricId), GROUP_KEY, Ccm.KEY);
    }

    /**
     * The 32 bytes by which Sigma1 names fabric and node without showing them, section 4.14.2.4.1.
     *
     * @param initiatorRandom the 32 random bytes of the same Sigma1
     */
    public static byte[] destinationId(
            Secret operationalIpk, byte[] initiatorRandom, P256PublicKey root, long fabricId, long nodeId) {
        return Hashes.hmac(operationalIpk, initiatorRandom, root.bytes(), littleEndian(fabricId), littleEndian(nodeId));
    }

    private static byte[] bigEndian(long id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }

    private static byte[] littleEndian(long id) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(id)
                .array();
    }
}
