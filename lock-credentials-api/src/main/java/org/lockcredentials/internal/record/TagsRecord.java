package org.lockcredentials.internal.record;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.LockTags;
import org.lockcredentials.internal.bytes.DecodeException;

/** The host's words for a lock, as they are kept. */
public final class TagsRecord {

    private static final String KEY = "tags";

    private final LockFolder folder;

    public TagsRecord(LockFolder folder) {
        this.folder = folder;
    }

    public LockTags read() {
        return folder.read(KEY, TagsRecord::decode).orElse(LockTags.none());
    }

    public void write(LockTags tags) {
        folder.write(KEY, encode(tags));
    }

    static byte[] encode(LockTags tags) {
        Lines.Writer lines = Lines.write("tags")
                .text("name", tags.name())
                .text("area", tags.area())
                .text("floor", tags.floor());
        tags.labels().stream().sorted().forEach(label -> lines.text("label", label));
        return lines.end();
    }

    static LockTags decode(byte[] bytes) throws DecodeException {
        Lines lines = Lines.read(bytes, "tags");
        Optional<String> name = lines.optionalText("name");
        Optional<String> area = lines.optionalText("area");
        Optional<String> floor = lines.optionalText("floor");
        Set<String> labels = new HashSet<>();
        while (lines.at("label")) {
            labels.add(Lines.decoded(lines.word("label")));
        }
        lines.end();
        return new LockTags(name, area, floor, labels);
    }
}
