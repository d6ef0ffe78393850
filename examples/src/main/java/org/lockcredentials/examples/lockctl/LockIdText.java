package org.lockcredentials.examples.lockctl;

import org.lockcredentials.LockId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a lock id. */
final class LockIdText implements ITypeConverter<LockId> {

    @Override
    public LockId convert(String text) {
        try {
            return LockId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("not a lock id, such as zwave:7 or zwave:7/1");
        }
    }
}
