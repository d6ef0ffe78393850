package org.lockcredentials.matter.discovery.dns;

/** Types of records that service discovery asks for (RFC 1035 3.2.2, RFC 2782, RFC 3596). */
public final class DnsType {

    public static final int A = 1;
    public static final int PTR = 12;
    public static final int TXT = 16;
    public static final int AAAA = 28;
    public static final int SRV = 33;

    private DnsType() {}
}
