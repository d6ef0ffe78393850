package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;

/** A call that the module takes or refuses, and whose outcome it tells in a callback with the same function and funcID. */
public interface Transmission extends Call<Boolean> {

    /** The funcID, 1 to 255. */
    int callbackId();

    /** True if the module took it and a callback follows; also from zwave-js's mock, whose response to the bridge variant has no RetVal. */
    @Override
    default Boolean decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException {
        return in.isEmpty() || in.u8() != 0;
    }
}
