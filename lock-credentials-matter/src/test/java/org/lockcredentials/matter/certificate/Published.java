package org.lockcredentials.matter.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lockcredentials.internal.bytes.DecodeException;

/** Certificates that others published; the file names the sources. */
record Published(String set, String place, String form, byte[] bytes) {

    static List<Published> all() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Published.class.getResourceAsStream("published.txt"), US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(words -> new Published(
                            words[0], words[1], words[2], HexFormat.of().parseHex(words[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sets whose certificates can be read, by name. */
    static Map<String, NocChain> chains() throws DecodeException {
        Map<String, List<Published>> sets = all().stream()
                .filter(one -> !one.form.equals("tbs") && !one.set.startsWith("lg-tv"))
                .collect(Collectors.groupingBy(Published::set, LinkedHashMap::new, Collectors.toList()));
        Map<String, NocChain> chains = new LinkedHashMap<>();
        for (Map.Entry<String, List<Published>> set : sets.entrySet()) {
            chains.put(
                    set.getKey(),
                    new NocChain(
                            find(set.getValue(), "root").orElseThrow(),
                            find(set.getValue(), "intermediate"),
                            find(set.getValue(), "node").orElseThrow()));
        }
        return chains;
    }

    static Published of(String set, String place, String form) {
        return all().stream()
                .filter(one -> one.set.equals(set) && one.place.equals(place) && one.form.equals(form))
                .findFirst()
                .orElseThrow();
    }

    MatterCertificate certificate() throws DecodeException {
        return form.equals("tlv") ? MatterCertificate.decode(bytes) : MatterCertificate.fromX509(bytes);
    }

    private static Optional<MatterCertificate> find(List<Published> set, String place) throws DecodeException {
        for (Published one : set) {
            if (one.place.equals(place)) {
                return Optional.of(one.certificate());
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return set + " " + place + " " + form;
    }
}
