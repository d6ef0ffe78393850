package org.lockcredentials.zwave.command.usercredential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** How a user name is written (User Credential CC v1, User Set; the extended table is SDS13782 Appendix A). */
public enum NameEncoding {
    ASCII(0),
    EXTENDED_ASCII(1),
    UTF_16(2);

    /** The characters 0x80 to 0xFF of the OEM table, which a JDK need not have as a charset. */
    private static final String OEM = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
            + "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    private final int code;

    NameEncoding(int code) {
        this.code = code;
    }

    /** The shortest of {@code supported} that can write the whole name, or empty if none can. */
    public static Optional<NameEncoding> shortestFor(String name, Collection<NameEncoding> supported) {
        return Arrays.stream(values())
                .filter(supported::contains)
                .filter(each -> each.canEncode(name))
                .findFirst();
    }

    public boolean canEncode(String name) {
        return switch (this) {
            case ASCII -> name.chars().allMatch(each -> each < 0x80);
            case EXTENDED_ASCII -> name.chars().allMatch(each -> each < 0x80 || OEM.indexOf(each) >= 0);
            case UTF_16 -> StandardCharsets.UTF_16BE.newEncoder().canEncode(name);
        };
    }

    /** Number of bytes that {@code name} takes; of a name that it can write. */
    public int length(String name) {
        return this == UTF_16 ? 2 * name.length() : name.length();
    }

    /** Reserved encodings are read as ASCII: a user whose name is garbled is still a user. */
    static NameEncoding of(int bits) {
        return switch (bits & 0x07) {
            case 1 -> EXTENDED_ASCII;
            case 2 -> UTF_16;
            default -> ASCII;
        };
    }

    int code() {
        return code;
    }

    byte[] encode(String name) {
        if (this == UTF_16) {
            return name.getBytes(StandardCharsets.UTF_16BE);
        }
        byte[] bytes = new byte[name.length()];
        for (int i = 0; i < bytes.length; i++) {
            char each = name.charAt(i);
            bytes[i] = (byte) (each < 0x80 ? each : 0x80 + OEM.indexOf(each));
        }
        return bytes;
    }

    /** The text if these bytes are well-formed UTF-8 that the UTF-16 of a report has room for. */
    static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean wellFormed = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        return wellFormed && (UTF_16.length(text) <= 0xFF || ASCII.canEncode(text))
                ? Optional.of(text)
                : Optional.empty();
    }

    String decode(byte[] bytes) {
        if (this == UTF_16) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        StringBuilder name = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            name.append(each >= 0 ? (char) each : OEM.charAt(each & 0x7F));
        }
        return name.toString();
    }
}
