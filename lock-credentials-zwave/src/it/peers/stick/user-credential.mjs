// What the mock's User Credential lock leaves out: a keypad, changes made at it, learning, and a first state.

import {
  UserCredentialCredentialReportType as CredentialReportType,
  UserCredentialLearnStatus as LearnStatus,
  UserCredentialModifierType as Modifier,
  UserCredentialNameEncoding as NameEncoding,
  UserCredentialOperationType as Operation,
  UserCredentialRule as Rule,
  UserCredentialType as Type,
  UserCredentialUserReportType as UserReportType,
  UserCredentialUserType as UserType,
} from "@zwave-js/cc";
import {
  UserCredentialCCAssociationReport,
  UserCredentialCCCredentialLearnCancel,
  UserCredentialCCCredentialLearnReport,
  UserCredentialCCCredentialLearnStart,
  UserCredentialCCCredentialReport,
  UserCredentialCCUserReport,
} from "@zwave-js/cc/UserCredentialCC";
import { CommandClasses } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { ccCaps } from "@zwave-js/testing";
import { Event, notify, operate, tell, usageParameters } from "./notification.mjs";

const allUserTypes = Object.values(UserType).filter((value) => typeof value === "number");
const ASSOCIATION_SUCCESS = 0x00;
const userPrefix = "UserCredential_user_";
const credentialPrefix = "UserCredential_cred_";
const userKey = (user) => `${userPrefix}${user}`;
const credentialKey = (type, slot) => `${credentialPrefix}${type}_${slot}`;
const dataOf = ({ data, hex }) => Bytes.from(hex ? Buffer.from(hex, "hex") : Buffer.from(data, "latin1"));

function credentialCapabilities({ slots, min, max, hash = 0, learn }) {
  return {
    numberOfCredentialSlots: slots,
    minCredentialLength: min,
    maxCredentialLength: max,
    maxCredentialHashLength: hash,
    supportsCredentialLearn: learn !== undefined,
    ...(learn && {
      credentialLearnRecommendedTimeout: learn.timeout ?? 30,
      credentialLearnNumberOfSteps: learn.steps ?? 1,
    }),
  };
}

export function typesOf(options) {
  const defaults = { 1: { slots: options.users ?? 30, min: 4, max: 10 }, 2: { slots: 10, min: 4, max: 16 } };
  return Object.entries(options.types ?? defaults).map(([type, each]) => [Number(type), each]);
}

export function userCredentialClass(options) {
  const checksums = options.checksums ?? true;
  return ccCaps({
    ccId: CommandClasses["User Credential"],
    version: options.version ?? 1,
    numberOfSupportedUsers: options.users ?? 30,
    supportedCredentialRules: options.rules ?? [Rule.Single],
    maxUserNameLength: options.nameLength ?? 32,
    supportsUserSchedule: options.schedules ?? false,
    supportsAllUsersChecksum: checksums,
    supportsUserChecksum: checksums,
    supportsCredentialChecksum: checksums,
    supportedUserNameEncodings: options.encodings ?? [NameEncoding.ASCII],
    supportedUserTypes: options.userTypes ?? allUserTypes,
    supportsAdminCode: options.admin ?? true,
    supportsAdminCodeDeactivation: options.adminDeactivation ?? true,
    supportedCredentialTypes: new Map(typesOf(options).map(([type, each]) => [type, credentialCapabilities(each)])),
  });
}

function storeUser(node, user) {
  node.state.set(userKey(user.user), {
    userType: user.type ?? UserType.General,
    active: user.active ?? true,
    credentialRule: user.rule ?? Rule.Single,
    expiringTimeoutMinutes: user.expires ?? 0,
    nameEncoding: user.encoding ?? NameEncoding.ASCII,
    userName: user.name ?? `User-${user.user}`,
    modifierType: Modifier.Locally,
    modifierNodeId: 0,
  });
}

function storeCredential(node, user, credential) {
  node.state.set(credentialKey(credential.type ?? Type.PINCode, credential.slot), {
    userId: user,
    credentialData: dataOf(credential),
    modifierType: Modifier.Locally,
    modifierNodeId: 0,
  });
}

export function prepareUsers(node, options) {
  for (const user of options.initial ?? []) {
    storeUser(node, user);
    for (const credential of user.credentials ?? []) storeCredential(node, user.user, credential);
  }
  if (options.adminCode !== undefined) node.state.set("UserCredential_adminPinCode", options.adminCode);
}

export function credentialsOf(node) {
  const found = [];
  for (const [key, value] of node.state) {
    if (!key.startsWith(credentialPrefix)) continue;
    const [type, slot] = key.slice(credentialPrefix.length).split("_").map(Number);
    const data = Buffer.from(value.credentialData);
    found.push({ user: value.userId, type, slot, data: data.toString("latin1"), hex: data.toString("hex") });
  }
  return found.sort((a, b) => a.type - b.type || a.slot - b.slot);
}

export function usersOf(node) {
  const found = [];
  for (const [key, value] of node.state) {
    if (!key.startsWith(userPrefix) || value === undefined) continue;
    found.push({
      user: Number(key.slice(userPrefix.length)),
      name: value.userName,
      active: value.active,
      type: value.userType,
      rule: value.credentialRule,
      expires: value.expiringTimeoutMinutes,
      encoding: value.nameEncoding,
    });
  }
  return found.sort((a, b) => a.user - b.user);
}

/** The lock forgets everybody and tells nobody. */
export function forgetUsers(node) {
  for (const key of [...node.state.keys()]) if (key.startsWith("UserCredential_")) node.state.delete(key);
}

function tellUser(node, user, reportType) {
  const state = node.state.get(userKey(user));
  tell(
    node,
    new UserCredentialCCUserReport({
      nodeId: node.controller.ownNodeId,
      reportType,
      userId: user,
      modifierType: Modifier.Locally,
      modifierNodeId: 0,
      userType: state?.userType ?? UserType.General,
      active: state?.active ?? false,
      credentialRule: state?.credentialRule ?? Rule.Single,
      expiringTimeoutMinutes: state?.expiringTimeoutMinutes ?? 0,
      nameEncoding: state?.nameEncoding ?? NameEncoding.ASCII,
      userName: state?.userName ?? "",
    }),
  );
}

function tellCredential(node, user, type, slot, reportType) {
  const state = node.state.get(credentialKey(type, slot));
  const options = new Map(typesOf(node.scenario.userCredential)).get(type);
  const readBack = (options?.hash ?? 0) === 0;
  tell(
    node,
    new UserCredentialCCCredentialReport({
      nodeId: node.controller.ownNodeId,
      reportType,
      userId: user,
      credentialType: type,
      credentialSlot: slot,
      credentialReadBack: readBack,
      ...(readBack && { credentialData: state?.credentialData ?? new Bytes() }),
      modifierType: Modifier.Locally,
      modifierNodeId: 0,
    }),
  );
}

/** Somebody adds a user, a credential, or both at the keypad. */
export function addUserLocally(node, { user, name, userType, active, credential }) {
  const known = node.state.has(userKey(user));
  if (!known || name !== undefined || active !== undefined) {
    storeUser(node, { user, name, type: userType, active });
    tellUser(node, user, known ? UserReportType.UserModified : UserReportType.UserAdded);
  }
  if (credential) {
    const { type = Type.PINCode, slot } = credential;
    const replaced = node.state.has(credentialKey(type, slot));
    storeCredential(node, user, credential);
    const reportType = replaced ? CredentialReportType.CredentialModified : CredentialReportType.CredentialAdded;
    tellCredential(node, user, type, slot, reportType);
  }
}

/** Somebody deletes one credential, or a user (0: all) with everything that belongs to it. */
export function deleteUserLocally(node, { user, credential }) {
  if (credential) {
    const { type = Type.PINCode, slot } = credential;
    const owner = node.state.get(credentialKey(type, slot))?.userId ?? 0;
    node.state.delete(credentialKey(type, slot));
    tellCredential(node, owner, type, slot, CredentialReportType.CredentialDeleted);
    return;
  }
  for (const each of usersOf(node).filter((one) => user === 0 || one.user === user)) {
    for (const { type, slot } of credentialsOf(node).filter((one) => one.user === each.user)) {
      node.state.delete(credentialKey(type, slot));
    }
    node.state.delete(userKey(each.user));
  }
  tellUser(node, user, UserReportType.UserDeleted);
}

/** A disposable user is good for one time, an expiring one for a time from the first. */
function wear(node, index, user) {
  const end = () => {
    if (node.state.get(userKey(index)) === undefined) return;
    node.state.set(userKey(index), { ...node.state.get(userKey(index)), active: false, expiringTimeoutMinutes: 0 });
    tellUser(node, index, UserReportType.UserModified);
  };
  if (user.userType === UserType.Disposable) end();
  if (user.userType !== UserType.Expiring || node.state.has(`expires ${index}`)) return;
  const timer = setTimeout(end, user.expiringTimeoutMinutes * (node.scenario.userCredential.minuteMs ?? 60_000));
  timer.unref();
  node.state.set(`expires ${index}`, timer);
}

/** Another controller moves a credential to another user, and the lock tells. */
export function assignRemotely(node, { user, credential }) {
  const { type = Type.PINCode, slot } = credential;
  const key = credentialKey(type, slot);
  node.state.set(key, { ...node.state.get(key), userId: user, modifierType: Modifier.ZWave, modifierNodeId: 5 });
  tell(
    node,
    new UserCredentialCCAssociationReport({
      nodeId: node.controller.ownNodeId,
      credentialType: type,
      credentialSlot: slot,
      destinationUserId: user,
      status: ASSOCIATION_SUCCESS,
    }),
  );
}

/** Another controller has the lock learn. */
export function learnRemotely(node, { user, type, slot }) {
  return learn.handleCC(
    node.controller,
    node,
    new UserCredentialCCCredentialLearnStart({
      nodeId: node.id,
      userId: user,
      credentialType: type,
      credentialSlot: slot,
      operationType: Operation.Add,
      learnTimeout: 30,
    }),
  );
}

/** Somebody types a PIN or a password, or shows what the lock has learnt. */
export function enterCredential(node, { code, type, slot }, lock) {
  const match = credentialsOf(node).find((each) =>
    code === undefined ? each.type === type && each.slot === slot : each.data === code,
  );
  if (!match) {
    notify(node, Event.INVALID_CREDENTIAL);
    return { accepted: false };
  }
  const user = node.state.get(userKey(match.user));
  const usage = usageParameters(match.user, [match]);
  if (!user?.active || user.userType === UserType.NonAccess) {
    notify(node, Event.CREDENTIAL_USER_DISABLED, usage, match.user);
    return { accepted: false, user: match.user };
  }
  operate(node, lock, lock ? Event.CREDENTIAL_LOCK : Event.CREDENTIAL_UNLOCK, usage, match.user);
  wear(node, match.user, user);
  return { accepted: true, user: match.user, type: match.type, slot: match.slot };
}

/** Somebody holds a finger to the reader, or a card. */
export function present(node) {
  const learning = node.state.get("learning");
  if (!learning?.present) throw new Error("the lock does not learn by hand");
  learning.present();
}

function tellLearn(node, { userId, credentialType, credentialSlot }, learnStatus, stepsRemaining) {
  const nodeId = node.controller.ownNodeId;
  tell(
    node,
    new UserCredentialCCCredentialLearnReport({
      nodeId,
      learnStatus,
      userId,
      credentialType,
      credentialSlot,
      stepsRemaining,
    }),
  );
}

// The mock times out at once. This one goes on step by step and ends as the scenario says.
const learn = {
  handleCC(controller, node, cc) {
    if (cc instanceof UserCredentialCCCredentialLearnCancel) {
      const running = node.state.get("learning");
      if (!running) return undefined;
      clearTimeout(running.timer);
      node.state.delete("learning");
      setTimeout(() => tellLearn(node, running.target, LearnStatus.EndedNotDueToTimeout, 0), 1);
      return { action: "ok" };
    }
    if (!(cc instanceof UserCredentialCCCredentialLearnStart)) return undefined;
    const options = new Map(typesOf(node.scenario.userCredential)).get(cc.credentialType)?.learn;
    const occupied = node.state.has(credentialKey(cc.credentialType, cc.credentialSlot));
    if (!options || !node.state.has(userKey(cc.userId))) return { action: "fail" };
    if (occupied !== (cc.operationType === Operation.Modify)) {
      const status = occupied ? LearnStatus.InvalidAddOperationType : LearnStatus.InvalidModifyOperationType;
      setTimeout(() => tellLearn(node, cc, status, 0), 1);
      return { action: "fail" };
    }
    if (node.state.has("learning")) {
      setTimeout(() => tellLearn(node, cc, LearnStatus.AlreadyInProgress, 0), 1);
      return { action: "fail" };
    }
    const running = { target: cc, timer: undefined, present: undefined };
    node.state.set("learning", running);
    const step = (remaining) => {
      if (remaining > 0) {
        tellLearn(node, cc, LearnStatus.Started, remaining);
        if (options.byHand) running.present = () => step(remaining - 1);
        else running.timer = setTimeout(() => step(remaining - 1), options.stepMs ?? 20);
        return;
      }
      node.state.delete("learning");
      if (options.result === "timeout") {
        tellLearn(node, cc, LearnStatus.Timeout, 0);
        return;
      }
      const learnt = { type: cc.credentialType, slot: cc.credentialSlot, data: options.data ?? "learnt" };
      storeCredential(node, cc.userId, learnt);
      tellLearn(node, cc, LearnStatus.Success, 0);
      const reportType = occupied ? CredentialReportType.CredentialModified : CredentialReportType.CredentialAdded;
      tellCredential(node, cc.userId, learnt.type, learnt.slot, reportType);
    };
    setTimeout(() => step(options.steps ?? 1), 5);
    return { action: "ok" };
  },
};

export const userCredentialBehaviors = [learn];
