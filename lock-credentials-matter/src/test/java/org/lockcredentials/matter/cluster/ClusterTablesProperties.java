package org.lockcredentials.matter.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.accesscontrol.AccessControl;
import org.lockcredentials.matter.cluster.administratorcommissioning.AdministratorCommissioning;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.descriptor.Descriptor;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.generalcommissioning.GeneralCommissioning;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.cluster.timesynchronization.TimeSynchronization;
import org.lockcredentials.matter.tlv.Inputs;
import org.lockcredentials.matter.tlv.RandomTlv;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;

/** Every row of the clusters' tables, given values that are well-formed and make no sense. */
class ClusterTablesProperties {

    private static final int TREES = 200_000;
    private static final List<Class<?>> TABLES = List.of(
            AccessControl.class,
            AdministratorCommissioning.class,
            BasicInformation.class,
            Descriptor.class,
            DoorLock.class,
            GeneralCommissioning.class,
            OperationalCredentials.class,
            TimeSynchronization.class);

    private interface Row {

        void read(TlvElement value) throws DecodeException;
    }

    @Example
    void everyRowReadsOrRefuses() {
        List<Row> rows = rows();
        assertTrue(rows.size() > 60, rows.size() + " rows");
        long read = Inputs.onShallowStack(() -> read(rows));
        assertTrue(read > TREES, "only " + read + " values were taken");
    }

    private static long read(List<Row> rows) throws DecodeException {
        SplittableRandom random = new SplittableRandom(0x30);
        long read = 0;
        for (int i = 0; i < TREES; i++) {
            TlvElement tree = Tlv.decode(RandomTlv.encoded(random));
            for (Row row : rows) {
                try {
                    row.read(tree);
                    read++;
                } catch (DecodeException refused) {
                    assertTrue(refused.getMessage().length() < 200, refused.getMessage());
                }
            }
        }
        return read;
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Class<?> table : TABLES) {
            for (Field field : table.getFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    add(rows, value(field));
                }
            }
        }
        return rows;
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** An attribute's value is any element, a structure's first member as often as the structure itself. */
    private static void add(List<Row> rows, Object value) {
        if (value instanceof CommandType<?> command) {
            rows.add(tree -> command.fields().read(tree.structure()));
        } else if (value instanceof EventType<?> event) {
            rows.add(tree -> event.fields().read(tree.structure()));
        } else if (value instanceof Attribute<?> attribute) {
            rows.add(tree ->
                    attribute.reading().read(tree.structure().optional(0).orElse(tree)));
        }
    }
}
