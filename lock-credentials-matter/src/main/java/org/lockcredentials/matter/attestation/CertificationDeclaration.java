package org.lockcredentials.matter.attestation;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * What was certified, Core specification section 6.3.1.
 *
 * @param vendorId 16 bits
 * @param productIds 1 to 100, 16 bits each
 * @param certificateId 19 characters
 * @param type 0 development and test, 1 provisional, 2 official
 * @param originVendorId of the device's certificate, where that is another vendor's
 * @param originProductId of the device's certificate, where that is another vendor's
 * @param authorities key identifiers of those roots that may stand above the device's certificate, or none for any
 */
public record CertificationDeclaration(
        int vendorId,
        List<Integer> productIds,
        long deviceTypeId,
        String certificateId,
        int securityLevel,
        int securityInformation,
        int versionNumber,
        int type,
        Optional<Integer> originVendorId,
        Optional<Integer> originProductId,
        List<byte[]> authorities) {

    private static final int FORMAT = 1;
    private static final int MAX_PRODUCTS = 100;
    private static final int CERTIFICATE_ID = 19;

    public byte[] encode() {
        return Tlv.structure(out -> {
            out.unsigned(0, FORMAT)
                    .unsigned(1, vendorId)
                    .array(2, productIds, (to, tag, product) -> to.unsigned(tag, product))
                    .unsigned(3, deviceTypeId)
                    .utf8(4, certificateId)
                    .unsigned(5, securityLevel)
                    .unsigned(6, securityInformation)
                    .unsigned(7, versionNumber)
                    .unsigned(8, type)
                    .optional(9, originVendorId, (to, tag, id) -> to.unsigned(tag, id))
                    .optional(10, originProductId, (to, tag, id) -> to.unsigned(tag, id));
            if (!authorities.isEmpty()) {
                out.array(11, authorities, (to, tag, key) -> to.bytes(tag, key));
            }
        });
    }

    public static CertificationDeclaration decode(byte[] tlv) throws DecodeException {
        TlvStructure fields = Tlv.decodeStructure(tlv);
        if (fields.u16(0) != FORMAT) {
            throw new DecodeException("a declaration of format " + fields.u16(0));
        }
        List<Integer> products = fields.array(2).each(TlvElement::u16);
        if (products.isEmpty() || products.size() > MAX_PRODUCTS) {
            throw new DecodeException("a declaration of " + products.size() + " products");
        }
        String certificateId = fields.utf8(4);
        if (certificateId.length() != CERTIFICATE_ID) {
            throw new DecodeException("a certificate id of " + certificateId.length() + " characters");
        }
        return new CertificationDeclaration(
                fields.u16(1),
                products,
                fields.u32(3),
                certificateId,
                fields.u8(5),
                fields.u16(6),
                fields.u16(7),
                fields.u8(8),
                fields.optional(9, TlvElement::u16),
                fields.optional(10, TlvElement::u16),
                fields.optional(11, authorities -> authorities.array().each(TlvElement::bytes))
                        .orElse(List.of()));
    }
}
