package org.lockcredentials.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Credentials;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.UserType;
import org.lockcredentials.schedule.ScheduleKind;

/** Says what a {@link SimulatedLock} is like; each method that is called again replaces what it said before. Not safe for use by several threads. */
public final class SimulatedLockBuilder {

    private final String address;
    private final String name;
    private String model = "Simulated lock";
    private int maxUsers;
    private int maxNameLength;
    private Capabilities.UserModel userModel = Capabilities.UserModel.SEPARATE;
    private Set<UserType> userTypes = EnumSet.of(UserType.GENERAL);
    private Set<CredentialRule> rules = EnumSet.of(CredentialRule.SINGLE);
    private final Map<CredentialType, Credentials> credentials = new EnumMap<>(CredentialType.class);
    private final Map<ScheduleKind, Integer> schedules = new EnumMap<>(ScheduleKind.class);
    private Capabilities.Enabling enabling = Capabilities.Enabling.NATIVE;
    private final Set<Capabilities.Feature> features = EnumSet.noneOf(Capabilities.Feature.class);
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private int wrongCodeLimit = 5;
    private int learnSteps = 3;

    SimulatedLockBuilder(String address, String name) {
        this.address = address;
        this.name = name;
    }

    public SimulatedLockBuilder model(String value) {
        model = value;
        return this;
    }

    /** @param nameLength characters that a name may have; 0 is a lock that keeps no names */
    public SimulatedLockBuilder users(int max, int nameLength) {
        maxUsers = max;
        maxNameLength = nameLength;
        return this;
    }

    public SimulatedLockBuilder userModel(Capabilities.UserModel value) {
        userModel = value;
        return this;
    }

    public SimulatedLockBuilder userTypes(Set<UserType> values) {
        userTypes = EnumSet.copyOf(values);
        return this;
    }

    public SimulatedLockBuilder rules(Set<CredentialRule> values) {
        rules = EnumSet.copyOf(values);
        return this;
    }

    public SimulatedLockBuilder credentials(CredentialType type, Credentials value) {
        credentials.put(type, value);
        return this;
    }

    /** What it shows of the credentials it was given so far. */
    public SimulatedLockBuilder readBack(Capabilities.ReadBack value) {
        credentials.replaceAll((type, can) -> new Credentials(
                can.slots(), can.minLength(), can.maxLength(), can.perUser(), can.writable(), can.learnable(), value));
        return this;
    }

    public SimulatedLockBuilder schedules(ScheduleKind kind, int places) {
        schedules.put(kind, places);
        return this;
    }

    public SimulatedLockBuilder enabling(Capabilities.Enabling value) {
        enabling = value;
        return this;
    }

    public SimulatedLockBuilder features(Capabilities.Feature... values) {
        features.clear();
        features.addAll(List.of(values));
        return this;
    }

    public SimulatedLockBuilder traits(Trait... values) {
        traits.clear();
        traits.addAll(List.of(values));
        return this;
    }

    /** How many wrong codes in a row raise the alarm; 5 unless told. */
    public SimulatedLockBuilder wrongCodeLimit(int value) {
        wrongCodeLimit = value;
        return this;
    }

    /** How often a credential has to be presented to be learnt; 3 unless told. */
    public SimulatedLockBuilder learnSteps(int value) {
        learnSteps = value;
        return this;
    }

    /** @throws IllegalArgumentException if the address does not suit a lock id */
    public SimulatedLock build() {
        Capabilities capabilities = new Capabilities(
                new Capabilities.Users(maxUsers, maxNameLength, userTypes, rules, userModel),
                credentials,
                schedules,
                enabling,
                features);
        LockId id = LockId.of(SimulatedBackend.NAME, address);
        return new SimulatedLock(new LockProfile(id, name, model, capabilities, traits, wrongCodeLimit, learnSteps));
    }
}
