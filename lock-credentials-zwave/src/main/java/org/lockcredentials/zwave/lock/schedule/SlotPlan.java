package org.lockcredentials.zwave.lock.schedule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The writes that make a user's slots hold just what is wanted, as few as possible and in an order that is safe to break off.
 *
 * <p>What is wanted is put first, over what is not wanted any more where there is such a slot of its kind, else into a free one; only then the
 * rest is erased. So a user who has a schedule before and after is never without one, which some locks take for "always".
 *
 * @param puts what to write, and where
 * @param erasures what to erase, when all puts are done
 */
public record SlotPlan(List<Put> puts, List<Place> erasures) {

    /** An entry and its slot. */
    public record Put(Place place, Entry entry) {}

    public SlotPlan {
        puts = List.copyOf(puts);
        erasures = List.copyOf(erasures);
    }

    /** @param wanted no more of each kind than {@code offer} has slots */
    public static SlotPlan of(Page page, Set<Entry> wanted, Offer offer) {
        Map<Place, Optional<Entry>> unwanted = new TreeMap<>(page.taken());
        Set<Entry> missing = new LinkedHashSet<>(wanted);
        unwanted.values().removeIf(entry -> entry.filter(missing::remove).isPresent());
        List<Put> puts = new ArrayList<>();
        for (Entry entry : missing) {
            Place place = unwanted.keySet().stream()
                    .filter(each -> each.kind() == entry.kind())
                    .findFirst()
                    .orElseGet(() -> free(page, puts, entry, offer));
            unwanted.remove(place);
            puts.add(new Put(place, entry));
        }
        return new SlotPlan(puts, List.copyOf(unwanted.keySet()));
    }

    public boolean isEmpty() {
        return puts.isEmpty() && erasures.isEmpty();
    }

    private static Place free(Page page, List<Put> puts, Entry entry, Offer offer) {
        return IntStream.rangeClosed(1, offer.slots(entry.kind()))
                .mapToObj(slot -> new Place(entry.kind(), slot))
                .filter(place -> !page.taken().containsKey(place))
                .filter(place -> puts.stream().noneMatch(put -> put.place().equals(place)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("more schedules than slots"));
    }
}
