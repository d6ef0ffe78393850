// The control commands: what somebody at the door, or a hand at the plug, would do.

import { DoorLock } from "@matter/types/clusters/door-lock";

const { AlarmCode, CredentialType, DoorState, OperationSource } = DoorLock;
const sources = { manual: OperationSource.Manual, auto: OperationSource.Auto, keypad: OperationSource.Keypad };
const alarms = {
  jammed: AlarmCode.LockJammed,
  factoryReset: AlarmCode.LockFactoryReset,
  powerCycled: AlarmCode.LockRadioPowerCycled,
  wrongCodes: AlarmCode.WrongCodeEntryLimit,
  tamper: AlarmCode.FrontEsceutcheonRemoved,
  forcedOpen: AlarmCode.DoorForcedOpen,
  ajar: AlarmCode.DoorAjar,
  duress: AlarmCode.ForcedUser,
};
const scanners = { fingerprint: CredentialType.Fingerprint, fingerVein: CredentialType.FingerVein, face: CredentialType.Face };
const doors = { open: DoorState.DoorOpen, closed: DoorState.DoorClosed, jammed: DoorState.DoorJammed, forcedOpen: DoorState.DoorForcedOpen };

function known(table, name) {
  if (!Object.hasOwn(table, name)) throw new Error(`one of ${Object.keys(table)}`);
  return table[name];
}

/** A lock that lost its last fabric starts anew by itself, and cannot be asked meanwhile. */
async function onceReady(read, tries = 50) {
  try {
    return read();
  } catch (e) {
    if (tries === 0) throw e;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return onceReady(read, tries - 1);
  }
}

export function createControl(peer) {
  const { traffic } = peer;
  const act = (deed) => peer.lock.act((agent) => deed(agent.doorLock));

  return {
    enterCode: ({ code, lock = false }) => act((it) => it.enter(CredentialType.Pin, code, lock)),

    present: ({ tag, lock = false }) => act((it) => it.enter(CredentialType.Rfid, tag, lock)),

    scan: ({ kind, template, lock = false }) =>
      act((it) => it.enter(known(scanners, kind), Buffer.from(template, "hex").toString("latin1"), lock)),

    async programmingPin({ pin, fabric }) {
      await act((it) => it.giveProgrammingPin(pin, fabric));
      return {};
    },

    async lock({ how = "manual" }) {
      await act((it) => it.turn(true, known(sources, how)));
      return {};
    },

    async unlock({ how = "manual" }) {
      await act((it) => it.turn(false, known(sources, how)));
      return {};
    },

    async alarm({ kind }) {
      await act((it) => it.alarm(known(alarms, kind)));
      return {};
    },

    async door({ state }) {
      await act((it) => it.door(known(doors, state)));
      return {};
    },

    /** Wakes up with no users, but in the fabrics it was in. */
    async forget() {
      await act((it) => it.forget());
      traffic.refusals.length = 0;
      return {};
    },

    state: () => act((it) => it.dump()),

    async fabrics() {
      const { fabrics } = await onceReady(() => peer.node.state.operationalCredentials);
      return {
        fabrics: fabrics.map(({ fabricIndex, vendorId, nodeId, label }) => ({
          fabricIndex,
          vendorId,
          nodeId: nodeId.toString(16).toUpperCase().padStart(16, "0"),
          label,
        })),
      };
    },

    requests: () => ({ count: traffic.count, commands: traffic.log }),

    /** The next commands of that name are refused with that status. */
    refuse({ command, status, count = 1 }) {
      traffic.refusals.push({ command, status, count });
      return {};
    },

    async set({ attributes }) {
      await peer.lock.set({ doorLock: attributes });
      return {};
    },

    /** Leaves politely and comes back: sessions are gone, fabrics and users are not. */
    async restart() {
      await peer.restart();
      return {};
    },

    /** As it left the factory: no fabric, no user, ready to be commissioned. */
    async factoryReset() {
      await act((it) => it.forget());
      await peer.node.erase();
      return {};
    },
  };
}
