package org.lockcredentials.zwave.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lockcredentials.internal.bytes.ByteWriter;

/** Pieces of a checksum join to the checksum of all, however the data is cut. */
final class CrcPieceProperties {

    @Property
    void piecesJoinToTheWhole(@ForAll byte[] first, @ForAll byte[] second, @ForAll byte[] third) {
        CrcPiece joined = piece(first).then(piece(second)).then(piece(third));
        byte[] all = new ByteWriter().bytes(first).bytes(second).bytes(third).takeBytes();
        assertEquals(all.length == 0 ? 0 : CrcCcitt.of(all), joined.checksum());
        assertEquals(joined, piece(first).then(piece(second).then(piece(third))));
    }

    private static CrcPiece piece(byte[] data) {
        return CrcPiece.ofSecret(new ByteWriter().bytes(data));
    }
}
