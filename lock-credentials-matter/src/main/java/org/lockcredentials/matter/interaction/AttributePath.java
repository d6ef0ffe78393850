package org.lockcredentials.matter.interaction;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * AttributePathIB: the attributes that are meant, all of a kind where a number is left out (10.6.2).
 *
 * @param appends the data is one more element of a list (ListIndex null), not the whole
 */
public record AttributePath(
        Optional<Integer> endpoint, Optional<Long> cluster, Optional<Long> attribute, boolean appends) {

    private static final int COMPRESSED = 0;
    private static final int ENDPOINT = 2;
    private static final int CLUSTER = 3;
    private static final int ATTRIBUTE = 4;
    private static final int LIST_INDEX = 5;

    /** One attribute. */
    public static AttributePath of(int endpoint, long cluster, long attribute) {
        return new AttributePath(Optional.of(endpoint), Optional.of(cluster), Optional.of(attribute), false);
    }

    public static AttributePath of(AttributeId id) {
        return of(id.endpoint(), id.cluster(), id.attribute());
    }

    /** All attributes of a cluster. */
    public static AttributePath ofCluster(int endpoint, long cluster) {
        return new AttributePath(Optional.of(endpoint), Optional.of(cluster), Optional.empty(), false);
    }

    /** All attributes of a cluster wherever it is. */
    public static AttributePath ofCluster(long cluster) {
        return new AttributePath(Optional.empty(), Optional.of(cluster), Optional.empty(), false);
    }

    /** An attribute wherever it is. */
    public static AttributePath anywhere(long cluster, long attribute) {
        return new AttributePath(Optional.empty(), Optional.of(cluster), Optional.of(attribute), false);
    }

    /** The place behind the last element of the list. */
    AttributePath appending() {
        return new AttributePath(endpoint, cluster, attribute, true);
    }

    /** The one attribute that is meant; empty if there may be several. */
    public Optional<AttributeId> id() {
        return endpoint.flatMap(e -> cluster.flatMap(c -> attribute.map(a -> new AttributeId(e, c, a))));
    }

    /** @param previous what a compressed path takes its missing numbers from (EnableTagCompression) */
    static AttributePath decode(TlvElement element, Optional<AttributePath> previous) throws DecodeException {
        TlvStructure in = element.list().asStructure();
        if (in.optional(LIST_INDEX).isPresent()) {
            throw new DecodeException("an element of a list by its number");
        }
        boolean compressed = in.optional(COMPRESSED, TlvElement::bool).orElse(false);
        Optional<AttributePath> known = compressed ? previous : Optional.empty();
        return new AttributePath(
                in.optional(ENDPOINT, TlvElement::u16).or(() -> known.flatMap(AttributePath::endpoint)),
                in.optional(CLUSTER, TlvElement::u32).or(() -> known.flatMap(AttributePath::cluster)),
                in.optional(ATTRIBUTE, TlvElement::u32).or(() -> known.flatMap(AttributePath::attribute)),
                in.member(LIST_INDEX).isPresent());
    }

    static AttributePath decode(TlvElement element) throws DecodeException {
        return decode(element, Optional.empty());
    }

    void encode(TlvWriter out, Tag tag) {
        out.list(tag, list -> {
            list.optional(ENDPOINT, endpoint, TlvWriter::unsigned)
                    .optional(CLUSTER, cluster, TlvWriter::unsigned)
                    .optional(ATTRIBUTE, attribute, TlvWriter::unsigned);
            if (appends) {
                list.nil(LIST_INDEX);
            }
        });
    }
}
