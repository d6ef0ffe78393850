package org.lockcredentials.benchmark;

/**
 * What something cost a process.
 *
 * @param wallMs time that passed
 * @param cpuMs processor time, of user and system
 * @param peakRssMb the most memory that the process had at any time so far
 */
public record Spent(long wallMs, long cpuMs, long peakRssMb) {

    /** As the peers' programs print it. */
    public String json() {
        return "{\"wallMs\":%d,\"cpuMs\":%d,\"peakRssMb\":%d}".formatted(wallMs, cpuMs, peakRssMb);
    }
}
