package org.lockcredentials.matter.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.cluster.doorlock.ClearCredential;
import org.lockcredentials.matter.cluster.doorlock.ClearHolidaySchedule;
import org.lockcredentials.matter.cluster.doorlock.ClearUser;
import org.lockcredentials.matter.cluster.doorlock.ClearWeekDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.ClearYearDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.DataOperationType;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.doorlock.GetCredentialStatus;
import org.lockcredentials.matter.cluster.doorlock.GetCredentialStatusResponse;
import org.lockcredentials.matter.cluster.doorlock.GetHolidaySchedule;
import org.lockcredentials.matter.cluster.doorlock.GetHolidayScheduleResponse;
import org.lockcredentials.matter.cluster.doorlock.GetUser;
import org.lockcredentials.matter.cluster.doorlock.GetUserResponse;
import org.lockcredentials.matter.cluster.doorlock.GetWeekDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.GetWeekDayScheduleResponse;
import org.lockcredentials.matter.cluster.doorlock.GetYearDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.GetYearDayScheduleResponse;
import org.lockcredentials.matter.cluster.doorlock.SetCredential;
import org.lockcredentials.matter.cluster.doorlock.SetCredentialResponse;
import org.lockcredentials.matter.cluster.doorlock.SetHolidaySchedule;
import org.lockcredentials.matter.cluster.doorlock.SetUser;
import org.lockcredentials.matter.cluster.doorlock.SetWeekDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.SetYearDaySchedule;
import org.lockcredentials.matter.cluster.doorlock.UserType;
import org.lockcredentials.matter.interaction.AttributeId;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.interaction.StatusIb;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.matter.tlv.TlvElement;

/** A lock as the specification wants it, on endpoint 1, in our fabric 1; the next answers to a kind of command may be scripted. */
final class ScriptedLock implements LockNode {

    static final int ENDPOINT = 1;
    static final int OURS = 1;
    static final int PIN = 0;
    static final int RFID = 1;
    static final int FINGER = 2;
    static final int WEEK_DAYS = 4;
    static final int FACE = 6;
    static final int REMOTE_PIN = 7;
    static final int USERS = 8;
    static final int YEAR_DAYS = 10;
    static final int HOLIDAYS = 11;
    static final CredentialStruct PROGRAMMING_PIN = new CredentialStruct(0, 0);
    private static final int NOT_FOUND = 0x8B;

    final List<Command<?>> sent = new ArrayList<>();
    final Map<Integer, GetUserResponse> users = new TreeMap<>();
    final Map<CredentialStruct, Integer> credentials = new HashMap<>();
    final Map<String, Command<?>> schedules = new TreeMap<>();
    final Map<AttributeId, TlvElement> attributes = new HashMap<>();
    boolean oneDayPerMask;
    private final Map<Class<?>, Queue<Function<Command<?>, CompletableFuture<?>>>> scripts = new HashMap<>();

    ScriptedLock(int... features) {
        long map = 0;
        for (int bit : features) {
            map |= 1L << bit;
        }
        put(DoorLock.FEATURE_MAP, map);
        put(DoorLock.LOCK_STATE, 1);
        put(DoorLock.NUMBER_OF_TOTAL_USERS_SUPPORTED, 10);
        put(DoorLock.NUMBER_OF_PIN_USERS_SUPPORTED, 10);
        put(DoorLock.MIN_PIN_CODE_LENGTH, 4);
        put(DoorLock.MAX_PIN_CODE_LENGTH, 8);
        put(DoorLock.NUMBER_OF_CREDENTIALS_SUPPORTED_PER_USER, 5);
        put(DoorLock.CREDENTIAL_RULES_SUPPORT, 3);
        put(DoorLock.NUMBER_OF_WEEK_DAY_SCHEDULES_SUPPORTED_PER_USER, 3);
        put(DoorLock.NUMBER_OF_YEAR_DAY_SCHEDULES_SUPPORTED_PER_USER, 2);
        put(DoorLock.NUMBER_OF_HOLIDAY_SCHEDULES_SUPPORTED, 2);
        attributes.put(new AttributeId(0, 0x3E, 5), new TlvElement.UnsignedInt(OURS));
    }

    static ScriptedLock full() {
        return new ScriptedLock(PIN, RFID, WEEK_DAYS, REMOTE_PIN, USERS, YEAR_DAYS, HOLIDAYS);
    }

    void put(Attribute<?> attribute, long value) {
        attributes.put(attribute.at(ENDPOINT), new TlvElement.UnsignedInt(value));
    }

    void put(Attribute<?> attribute, boolean value) {
        attributes.put(attribute.at(ENDPOINT), new TlvElement.Bool(value));
    }

    /** The next command of that kind is answered so, and not done. */
    void next(Class<? extends Command<?>> kind, Object answer) {
        CompletableFuture<?> told = answer instanceof RuntimeException failure
                ? CompletableFuture.failedFuture(failure)
                : CompletableFuture.completedFuture(answer);
        next(kind, command -> told);
    }

    void next(Class<? extends Command<?>> kind, Function<Command<?>, CompletableFuture<?>> answer) {
        scripts.computeIfAbsent(kind, any -> new ArrayDeque<>()).add(answer);
    }

    static InteractionException refusal(Status.Code code) {
        return new InteractionException(StatusIb.of(code));
    }

    static InteractionException refusal(Status.Code code, int cluster) {
        return new InteractionException(new StatusIb(Status.of(code), Optional.of(cluster)));
    }

    /** Somebody's user, as GetUser tells it. */
    void hold(int index, String name, int creator, CredentialStruct... places) {
        users.put(
                index,
                new GetUserResponse(
                        index,
                        Optional.of(name),
                        Optional.empty(),
                        Optional.of(org.lockcredentials.matter.cluster.doorlock.UserStatus.OCCUPIED_ENABLED),
                        Optional.of(UserType.UNRESTRICTED),
                        Optional.of(org.lockcredentials.matter.cluster.doorlock.CredentialRule.SINGLE),
                        List.of(places),
                        Optional.of(creator),
                        Optional.of(creator),
                        Optional.empty()));
        for (CredentialStruct place : places) {
            credentials.put(place, index);
        }
    }

    static GetUserResponse nobody(int index, Optional<Integer> next) {
        return new GetUserResponse(
                index,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                next);
    }

    <C> List<C> sent(Class<C> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public long nodeId() {
        return 0x12;
    }

    @Override
    public CompletableFuture<Attributes> read(List<AttributePath> paths) {
        return CompletableFuture.completedFuture(new Attributes(attributes));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> CompletableFuture<R> invoke(int endpoint, Command<R> command) {
        sent.add(command);
        Queue<Function<Command<?>, CompletableFuture<?>>> script = scripts.get(command.getClass());
        if (script != null && !script.isEmpty()) {
            return (CompletableFuture<R>) script.remove().apply(command);
        }
        try {
            return CompletableFuture.completedFuture((R) done(command));
        } catch (InteractionException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private Object done(Command<?> command) {
        if (command instanceof GetUser get) {
            return told(get.userIndex());
        }
        if (command instanceof SetUser set) {
            return set(set);
        }
        if (command instanceof ClearUser clear) {
            users.keySet().removeIf(index -> clear.userIndex() == DoorLock.ALL_USERS || index == clear.userIndex());
            credentials.values().retainAll(users.keySet());
            return Done.DONE;
        }
        if (command instanceof SetCredential set) {
            return set(set);
        }
        if (command instanceof GetCredentialStatus get) {
            Optional<Integer> user = Optional.ofNullable(credentials.get(get.credential()));
            return new GetCredentialStatusResponse(
                    user.isPresent(), user, Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (command instanceof ClearCredential clear) {
            if (credentials.remove(clear.credential().orElseThrow()) == null) {
                throw refusal(Status.Code.INVALID_COMMAND);
            }
            return Done.DONE;
        }
        return schedule(command);
    }

    private GetUserResponse told(int index) {
        Optional<Integer> next =
                users.keySet().stream().filter(each -> each > index).findFirst();
        GetUserResponse there = users.getOrDefault(index, nobody(index, next));
        return new GetUserResponse(
                index,
                there.userName(),
                there.userUniqueId(),
                there.userStatus(),
                there.userType(),
                there.credentialRule(),
                there.credentials(),
                there.creatorFabricIndex(),
                there.lastModifiedFabricIndex(),
                next);
    }

    private Done set(SetUser set) {
        GetUserResponse before = users.get(set.userIndex());
        boolean add = set.operation() == DataOperationType.ADD;
        if (add && before != null) {
            throw refusal(Status.Code.FAILURE, 3);
        }
        if (!add && before == null) {
            throw refusal(Status.Code.INVALID_COMMAND);
        }
        if (!add && set.userName().isPresent() && before.creatorFabricIndex().orElse(0) != OURS) {
            throw refusal(Status.Code.INVALID_COMMAND);
        }
        GetUserResponse base = add ? nobody(set.userIndex(), Optional.empty()) : before;
        users.put(
                set.userIndex(),
                new GetUserResponse(
                        set.userIndex(),
                        set.userName().or(base::userName),
                        Optional.empty(),
                        set.userStatus().or(base::userStatus),
                        set.userType().or(base::userType),
                        set.credentialRule().or(base::credentialRule),
                        base.credentials(),
                        add ? Optional.of(OURS) : base.creatorFabricIndex(),
                        Optional.of(OURS),
                        Optional.empty()));
        return Done.DONE;
    }

    private SetCredentialResponse set(SetCredential set) {
        boolean taken = credentials.containsKey(set.credential());
        if (set.credential().equals(PROGRAMMING_PIN)) {
            boolean right = set.operation() == DataOperationType.MODIFY
                    && taken
                    && set.userIndex().isEmpty()
                    && set.userStatus().isEmpty()
                    && set.userType().filter(UserType.PROGRAMMING::equals).isPresent();
            return status(right ? 0 : 0x85);
        }
        if (set.operation() == DataOperationType.ADD && taken) {
            return status(3);
        }
        int user = set.userIndex().orElse(0);
        if (!users.containsKey(user) || users.get(user).creatorFabricIndex().orElse(0) != OURS) {
            return status(0x85);
        }
        credentials.put(set.credential(), user);
        return status(0);
    }

    static SetCredentialResponse status(int status) {
        return new SetCredentialResponse(status, Optional.empty(), Optional.of(7));
    }

    private Object schedule(Command<?> command) {
        if (command instanceof SetWeekDaySchedule set) {
            if (oneDayPerMask && set.days().size() > 1) {
                throw refusal(Status.Code.INVALID_COMMAND);
            }
            schedules.put("week " + set.userIndex() + " " + set.weekDayIndex(), set);
        } else if (command instanceof GetWeekDaySchedule get) {
            SetWeekDaySchedule held =
                    (SetWeekDaySchedule) schedules.get("week " + get.userIndex() + " " + get.weekDayIndex());
            return held == null
                    ? new GetWeekDayScheduleResponse(
                            get.weekDayIndex(), get.userIndex(), NOT_FOUND, Set.of(), 0, 0, 0, 0)
                    : new GetWeekDayScheduleResponse(
                            get.weekDayIndex(),
                            get.userIndex(),
                            0,
                            held.days(),
                            held.startHour(),
                            held.startMinute(),
                            held.endHour(),
                            held.endMinute());
        } else if (command instanceof ClearWeekDaySchedule clear) {
            schedules.remove("week " + clear.userIndex() + " " + clear.weekDayIndex());
        } else if (command instanceof SetYearDaySchedule set) {
            schedules.put("year " + set.userIndex() + " " + set.yearDayIndex(), set);
        } else if (command instanceof GetYearDaySchedule get) {
            Optional<SetYearDaySchedule> held = Optional.ofNullable(
                    (SetYearDaySchedule) schedules.get("year " + get.userIndex() + " " + get.yearDayIndex()));
            return new GetYearDayScheduleResponse(
                    get.yearDayIndex(),
                    get.userIndex(),
                    held.isPresent() ? 0 : NOT_FOUND,
                    held.map(SetYearDaySchedule::start),
                    held.map(SetYearDaySchedule::end));
        } else if (command instanceof ClearYearDaySchedule clear) {
            schedules.remove("year " + clear.userIndex() + " " + clear.yearDayIndex());
        } else if (command instanceof SetHolidaySchedule set) {
            schedules.put("holiday " + set.holidayIndex(), set);
        } else if (command instanceof GetHolidaySchedule get) {
            Optional<SetHolidaySchedule> held =
                    Optional.ofNullable((SetHolidaySchedule) schedules.get("holiday " + get.holidayIndex()));
            return new GetHolidayScheduleResponse(
                    get.holidayIndex(),
                    held.isPresent() ? 0 : NOT_FOUND,
                    held.map(SetHolidaySchedule::start),
                    held.map(SetHolidaySchedule::end),
                    held.map(SetHolidaySchedule::operatingMode));
        } else if (command instanceof ClearHolidaySchedule clear) {
            schedules.remove("holiday " + clear.holidayIndex());
        }
        return Done.DONE;
    }

    @Override
    public <T> CompletableFuture<Void> write(int endpoint, WritableAttribute<T> attribute, T value) {
        return CompletableFuture.failedFuture(refusal(Status.Code.UNSUPPORTED_WRITE));
    }

    @Override
    public boolean reachable() {
        return true;
    }

    @Override
    public void listen(NodeListener listener) {}

    @Override
    public void unlisten(NodeListener listener) {}
}
