package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * A function that the module answers with a response frame.
 *
 * @param <R> the response
 */
public interface Call<R> extends Command {

    R decodeResponse(ByteReader in, NodeIdBase base) throws DecodeException;
}
