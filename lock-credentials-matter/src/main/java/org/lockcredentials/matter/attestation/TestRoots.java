package org.lockcredentials.matter.attestation;

import java.util.HexFormat;
import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.P256PublicKey;

/**
 * Authorities whose private keys are published, so that devices under development can be commissioned: connectedhomeip, credentials/test/attestation
 * (Chip-Test-PAA-NoVID and Chip-Test-PAA-FFF1), and the signer of Core specification appendix F.
 */
final class TestRoots {

    private static final List<DeviceCertificate> AUTHORITIES = List.of(
            certificate(
                    "3082019130820137a00302010202070b8fbaa8dd86ee300a06082a8648ce3d040302301a3118301606035504030c0f4d61747465"
                            + "722054657374205041413020170d3231303632383134323334335a180f39393939313233313233353935395a301a311830160603"
                            + "5504030c0f4d61747465722054657374205041413059301306072a8648ce3d020106082a8648ce3d0301070342000410ef02a81a"
                            + "87b68121fba8d31978f807a317e50aa8a828446828914b933de8edd4a5c39c9ff71a4ce3647fd7f62653b7d2495fcba4c0f47f87"
                            + "6880039e07204aa366306430120603551d130101ff040830060101ff020101300e0603551d0f0101ff040403020106301d060355"
                            + "1d0e04160414785ce705b86b8f4e6fc793aa60cb43ea696882d5301f0603551d23041830168014785ce705b86b8f4e6fc793aa60"
                            + "cb43ea696882d5300a06082a8648ce3d0403020348003045022100b9efdb3ea06a52ec0bf01e61daed2c2d156ddb6cf014101dab"
                            + "798fac05fa47e5022060061d3e35d60d9d4b0d448dad7612f7e85c582e3fc312dc18794dd373715e5d"),
            certificate(
                    "308201bd30820164a00302010202084ea8e83182d41c1c300a06082a8648ce3d04030230303118301606035504030c0f4d617474"
                            + "657220546573742050414131143012060a2b0601040182a27c02010c04464646313020170d3231303632383134323334335a180f"
                            + "39393939313233313233353935395a30303118301606035504030c0f4d617474657220546573742050414131143012060a2b0601"
                            + "040182a27c02010c04464646313059301306072a8648ce3d020106082a8648ce3d03010703420004b6cb6372887f2928f5bac81a"
                            + "a9d93ae2431cada9d79e242f65177ef9ced932a28ecd03baaf6a8fca184a1a503542960d453f303f1f19421d751e8f8f1a9a9b75"
                            + "a366306430120603551d130101ff040830060101ff020101300e0603551d0f0101ff040403020106301d0603551d0e041604146a"
                            + "fd22771f511fecbf1641976710dcdc31a1717e301f0603551d230418301680146afd22771f511fecbf1641976710dcdc31a1717e"
                            + "300a06082a8648ce3d0403020347003044022050aa8002f4d932a9a00538f65368ad0fffc8efbbc9beb7da569835cf9aa7510e02"
                            + "2023bac8fe0f23e75445b65339081a47994929c72aaf0a1548d40d034d514b25de"));

    private static final P256PublicKey DECLARATION_SIGNER = key(
            "043c398922452b55caf389c25bd1bca4656952ccb90e8869249ad8474653014cbf95d687965e036b521c51037e6b8cedefca1eb44046694fa08882eed6519decba");

    private TestRoots() {}

    static List<DeviceCertificate> authorities() {
        return AUTHORITIES;
    }

    static P256PublicKey declarationSigner() {
        return DECLARATION_SIGNER;
    }

    static boolean isTest(P256PublicKey authority) {
        return AUTHORITIES.stream().anyMatch(test -> test.publicKey().equals(authority));
    }

    private static DeviceCertificate certificate(String hex) {
        try {
            return DeviceCertificate.decode(HexFormat.of().parseHex(hex));
        } catch (DecodeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static P256PublicKey key(String hex) {
        try {
            return P256PublicKey.of(HexFormat.of().parseHex(hex));
        } catch (DecodeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
