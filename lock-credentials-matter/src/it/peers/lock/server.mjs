// matter.js's door lock server with a physical side, and a strict form that does what the specification says where matter.js does not.

import { StatusResponseError } from "@matter/types";
import { DoorLock } from "@matter/types/clusters/door-lock";
import { DoorLockServer } from "@matter/node/behaviors/door-lock";
import { featureNames } from "./options.mjs";

const { CredentialType, DataOperationType, LockDataType, LockOperationType, OperationError, OperationSource } = DoorLock;
const DUPLICATE = 2;
const OCCUPIED = 3;
const INVALID_COMMAND = 0x85;
const ALL = 0xfffe;
const ALL_SCHEDULES = 0xfe;
const COUNTED = /^(set|get|clear)(User|Credential|CredentialStatus|PinCode|RfidCode|UserStatus|UserType)$/;

const REFUSED = { status: INVALID_COMMAND, userIndex: null, nextCredentialIndex: null };
const READERS = {
  [CredentialType.Pin]: OperationSource.Keypad,
  [CredentialType.Rfid]: OperationSource.Rfid,
  [CredentialType.Fingerprint]: OperationSource.Biometric,
  [CredentialType.FingerVein]: OperationSource.Biometric,
  [CredentialType.Face]: OperationSource.Biometric,
};

const textOf = (bytes) => Buffer.from(bytes).toString("latin1");

/** Counts what reaches the lock and refuses what the tests want to be refused; otherwise matter.js's own. */
function counting(Base, traffic) {
  class Counting extends Base {}
  for (const name of traffic.commands) {
    const own = Base.prototype[name];
    if (typeof own !== "function") continue;
    Counting.prototype[name] = function (request) {
      if (COUNTED.test(name)) traffic.count++;
      traffic.log[name] = (traffic.log[name] ?? 0) + 1;
      const refusal = traffic.refusals.find((each) => each.command === name && each.count > 0);
      if (refusal) {
        refusal.count--;
        if (name === "setCredential") return { status: refusal.status, userIndex: null, nextCredentialIndex: null };
        throw new StatusResponseError("refused on request", refusal.status);
      }
      return own.call(this, request);
    };
  }
  return Counting;
}

/** Somebody stands at the door. */
function physical(Base) {
  return class Physical extends Base {
    enter(type, data, locking) {
      const { auth } = this;
      const operation = locking ? LockOperationType.Lock : LockOperationType.Unlock;
      const source = READERS[type];
      const held = auth.credentials.find((each) => each.credentialType === type && textOf(auth.decrypt(each.credentialData)) === data);
      const userIndex = held ? auth.findUserIndexForCredential(type, held.credentialIndex) : null;
      const user = userIndex === null ? undefined : auth.findUser(userIndex);
      const credentials = held ? [{ credentialType: type, credentialIndex: held.credentialIndex }] : null;
      const error = this.deniedFor(user);
      const told = { lockOperationType: operation, operationSource: source, userIndex, fabricIndex: null, sourceNode: null, credentials };
      if (error !== undefined) {
        this.events.lockOperationError.emit({ ...told, operationError: error }, this.context);
        return { opened: false, user: userIndex };
      }
      this.state.lockState = locking ? 1 : 2;
      this.events.lockOperation.emit(told, this.context);
      if (!locking && this.features.unbolting) {
        this.events.lockOperation.emit({ ...told, lockOperationType: LockOperationType.Unlatch }, this.context);
      }
      return { opened: true, user: userIndex };
    }

    deniedFor(user) {
      if (!user) return OperationError.InvalidCredential;
      return user.userStatus === DoorLock.UserStatus.OccupiedDisabled ? OperationError.DisabledUserDenied : undefined;
    }

    turn(locking, source) {
      this.state.lockState = locking ? 1 : 2;
      const lockOperationType = locking ? LockOperationType.Lock : LockOperationType.Unlock;
      this.events.lockOperation.emit(
        { lockOperationType, operationSource: source, userIndex: null, fabricIndex: null, sourceNode: null, credentials: null },
        this.context,
      );
    }

    alarm(alarmCode) {
      if (alarmCode === DoorLock.AlarmCode.LockJammed) this.state.lockState = 0;
      this.events.doorLockAlarm.emit({ alarmCode }, this.context);
    }

    door(doorState) {
      this.state.doorState = doorState;
    }

    /** The lock's own menu has a PIN, which a fabric set. */
    giveProgrammingPin(pin, fabric) {
      const { auth } = this;
      auth.removeCredential(CredentialType.ProgrammingPin, 0);
      auth.addCredential(CredentialType.ProgrammingPin, 0, Buffer.from(pin, "latin1"), fabric);
    }

    tellChange(lockDataType, dataOperationType, userIndex, dataIndex) {
      const fabricIndex = this.context.fabric ?? null;
      this.events.lockUserChange.emit(
        { lockDataType, dataOperationType, operationSource: OperationSource.Remote, userIndex, fabricIndex, sourceNode: null, dataIndex },
        this.context,
      );
    }

    forget() {
      this.state.users = [];
      this.state.credentials = [];
      this.state.weekDaySchedules = [];
      this.state.yearDaySchedules = [];
      this.state.holidaySchedules = [];
      this.state.lockState = 1;
      this.internal.wrongCodeCount = 0;
    }

    dump() {
      const { auth, state } = this;
      const plain = (value) => JSON.parse(JSON.stringify(value));
      return {
        lockState: state.lockState,
        doorState: state.doorState ?? null,
        users: auth.users.map((user) => ({ ...user, credentials: plain(user.credentials) })),
        credentials: auth.credentials.map((each) => ({
          type: each.credentialType,
          index: each.credentialIndex,
          data: textOf(auth.decrypt(each.credentialData)),
          creatorFabricIndex: each.creatorFabricIndex,
        })),
        weekDays: plain(state.weekDaySchedules),
        yearDays: plain(state.yearDaySchedules),
        holidays: plain(state.holidaySchedules),
      };
    }
  };
}

/** What the Application Cluster specification, 5.2, says and matter.js does otherwise. */
function strict(Base) {
  return class Strict extends Base {
    setCredential(request) {
      const { operationType, credential, credentialData } = request;
      const { credentialType, credentialIndex } = credential;
      const programming = credentialType === CredentialType.ProgrammingPin;
      if (programming !== (credentialIndex === 0)) return REFUSED;
      if (programming && operationType === DataOperationType.Modify) return this.replaceProgrammingPin(request);
      const { auth } = this;
      const answer = super.setCredential(request);
      if (answer.status !== 1) return answer;
      const taken = operationType === DataOperationType.Add && auth.findCredential(credentialType, credentialIndex);
      if (taken) return { ...answer, status: OCCUPIED };
      const twice = auth.isDuplicateCredential(credentialType, credentialData, credentialIndex);
      return twice ? { ...answer, status: DUPLICATE } : answer;
    }

    /** By the fabric that made it and in the words of 5.2.10.20; what changed is nobody's and has no index (5.2.11.5). */
    replaceProgrammingPin({ credentialData, userIndex, userStatus, userType }) {
      const { auth, state, context } = this;
      const { ProgrammingPin } = CredentialType;
      const worded = userIndex === null && userStatus === null && userType === DoorLock.UserType.ProgrammingUser;
      const fits = credentialData.byteLength >= state.minPinCodeLength && credentialData.byteLength <= state.maxPinCodeLength;
      const ours = auth.findCredential(ProgrammingPin, 0)?.creatorFabricIndex === context.fabric;
      if (!worded || !fits || !ours) return REFUSED;
      auth.updateCredentialData(ProgrammingPin, 0, credentialData, context.fabric);
      this.tellChange(LockDataType.ProgrammingCode, DataOperationType.Modify, null, null);
      return { status: 0, userIndex: null, nextCredentialIndex: null };
    }

    /** Whoever loses the last credential goes with it. */
    clearCredential(request) {
      const before = this.auth.users.filter((user) => user.credentials.length > 0).map((user) => user.userIndex);
      const done = super.clearCredential(request);
      for (const index of before) {
        if (this.auth.findUser(index)?.credentials.length === 0) super.clearUser({ userIndex: index });
      }
      return done;
    }

    /** With the Unbolting feature, unlocking also pulls the latch, and unbolting does not. */
    unlockDoor(request) {
      const done = super.unlockDoor(request);
      if (this.features.unbolting) this.tellUnlatched(request.pinCode);
      return done;
    }

    unboltDoor(request) {
      return super.unlockDoor(request);
    }

    tellUnlatched(pinCode) {
      const { auth } = this;
      const held = pinCode && auth.credentials.find((each) => textOf(auth.decrypt(each.credentialData)) === textOf(pinCode));
      this.events.lockOperation.emit(
        {
          lockOperationType: LockOperationType.Unlatch,
          operationSource: OperationSource.Remote,
          userIndex: held ? auth.findUserIndexForCredential(CredentialType.Pin, held.credentialIndex) : null,
          fabricIndex: this.context.fabric,
          sourceNode: null,
          credentials: held ? [{ credentialType: CredentialType.Pin, credentialIndex: held.credentialIndex }] : null,
        },
        this.context,
      );
    }

    setWeekDaySchedule(request) {
      super.setWeekDaySchedule(request);
      this.tellChange(LockDataType.WeekDaySchedule, DataOperationType.Add, request.userIndex, request.weekDayIndex);
    }

    clearWeekDaySchedule(request) {
      super.clearWeekDaySchedule(request);
      this.tellCleared(LockDataType.WeekDaySchedule, request.userIndex, request.weekDayIndex);
    }

    setYearDaySchedule(request) {
      super.setYearDaySchedule(request);
      this.tellChange(LockDataType.YearDaySchedule, DataOperationType.Add, request.userIndex, request.yearDayIndex);
    }

    clearYearDaySchedule(request) {
      super.clearYearDaySchedule(request);
      this.tellCleared(LockDataType.YearDaySchedule, request.userIndex, request.yearDayIndex);
    }

    setHolidaySchedule(request) {
      super.setHolidaySchedule(request);
      this.tellChange(LockDataType.HolidaySchedule, DataOperationType.Add, null, request.holidayIndex);
    }

    clearHolidaySchedule(request) {
      super.clearHolidaySchedule(request);
      this.tellCleared(LockDataType.HolidaySchedule, null, request.holidayIndex);
    }

    tellCleared(dataType, userIndex, index) {
      this.tellChange(dataType, DataOperationType.Clear, userIndex, index === ALL_SCHEDULES ? ALL : index);
    }

    deniedFor(user) {
      return super.deniedFor(user) ?? (this.isOutsideSchedule(user) ? OperationError.Restricted : undefined);
    }

    /** Users of these three types are bound to their schedules; the lock's local time is this process's. */
    isOutsideSchedule({ userIndex, userType }) {
      const { WeekDayScheduleUser, YearDayScheduleUser, ScheduleRestrictedUser } = DoorLock.UserType;
      const bound = [WeekDayScheduleUser, YearDayScheduleUser, ScheduleRestrictedUser];
      if (!bound.includes(userType)) return false;
      const now = new Date();
      const minute = now.getHours() * 60 + now.getMinutes();
      const seconds = now.getTime() / 1000 - now.getTimezoneOffset() * 60 - Date.UTC(2000, 0, 1) / 1000;
      const days = this.state.weekDaySchedules.filter((each) => each.userIndex === userIndex);
      const years = this.state.yearDaySchedules.filter((each) => each.userIndex === userIndex);
      const byDay = days.some(
        (each) =>
          Object.values(each.daysMask)[now.getDay()] &&
          minute >= each.startHour * 60 + each.startMinute &&
          minute < each.endHour * 60 + each.endMinute,
      );
      return !byDay && !years.some((each) => seconds >= each.localStartTime && seconds < each.localEndTime);
    }
  };
}

export function createServer(options, traffic) {
  const Plain = physical(DoorLockServer.with(...featureNames(options)));
  return counting(options.plain ? Plain : strict(Plain), traffic);
}

export const newTraffic = () => ({
  count: 0,
  log: {},
  refusals: [],
  commands: Object.keys(DoorLock.commands ?? {}).concat(
    "lockDoor unlockDoor unlockWithTimeout unboltDoor setUser getUser clearUser setCredential getCredentialStatus clearCredential".split(" "),
    ["WeekDay", "YearDay", "Holiday"].flatMap((kind) => ["set", "get", "clear"].map((verb) => `${verb}${kind}Schedule`)),
  ).filter((name, at, all) => all.indexOf(name) === at),
});
