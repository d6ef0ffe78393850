package org.lockcredentials.matter.tlv;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;

/** Elements of one meaning, in order, none with a tag. */
public record TlvArray(List<TlvElement> elements) implements TlvElement {

    public TlvArray {
        elements = List.copyOf(elements);
    }

    /** What each element reads as; fails with the first that does not. */
    public <T> List<T> each(Reading<T> reading) throws DecodeException {
        List<T> all = new ArrayList<>(elements.size());
        for (TlvElement element : elements) {
            all.add(reading.read(element));
        }
        return List.copyOf(all);
    }

    @Override
    public void wipe() {
        elements.forEach(TlvElement::wipe);
    }
}
