// A Time Synchronization server with a time zone, as the Core specification wants it (11.17); matter.js leaves its commands out.

import { Val } from "@matter/protocol";
import { TimeSynchronizationServer } from "@matter/node/behaviors/time-synchronization";

const ROOM = 2;
// The year 2000: matter.js counts all times from 1970.
const START = 946684800000000n;
const now = () => BigInt(Date.now()) * 1000n;

export class ClockServer extends TimeSynchronizationServer.with("TimeZone") {
  static Internal = class {
    writes = { utc: 0, zone: 0, dst: 0 };
  };

  static State = class extends TimeSynchronizationServer.with("TimeZone").State {
    /** How far it goes before this process's clock, in microseconds; null if it is lost. */
    ahead = null;

    [Val.properties]() {
      const { ahead } = this;
      return {
        get utcTime() {
          return ahead === null ? null : now() + ahead;
        },
      };
    }
  };

  setUtcTime({ utcTime, granularity }) {
    this.state.ahead = BigInt(utcTime) - now();
    this.state.granularity = Math.max(1, granularity - 1);
    this.count("utc");
  }

  setTimeZone({ timeZone }) {
    this.state.timeZone = timeZone;
    this.state.dstOffset = [];
    this.count("zone");
    this.events.timeZoneStatus.emit({ offset: timeZone[0].offset, name: timeZone[0].name }, this.context);
    this.events.dstTableEmpty.emit(undefined, this.context);
    return { dstOffsetRequired: true };
  }

  setDstOffset({ dstOffset }) {
    this.state.dstOffset = dstOffset;
    this.count("dst");
  }

  count(what) {
    this.internal.writes[what]++;
  }

  /** Its battery was taken out. */
  lose() {
    this.state.ahead = null;
    this.state.granularity = 0;
  }

  dump() {
    const { ahead, timeZone, dstOffset, granularity } = this.state;
    const { writes } = this.internal;
    const text = JSON.stringify({ ahead, granularity, writes, zones: timeZone, savings: dstOffset }, (key, value) =>
      typeof value === "bigint" ? Number(value) : value,
    );
    return JSON.parse(text);
  }
}

export const clockState = {
  utcTime: null,
  granularity: 0,
  timeZone: [{ offset: 0, validAt: START }],
  dstOffset: [],
  localTime: null,
  timeZoneDatabase: 2,
  timeZoneListMaxSize: 1,
  dstOffsetListMaxSize: ROOM,
};

/** Commands of whoever stands beside the clock. */
export function clockControl(peer) {
  const act = async (deed) => peer.node.act((agent) => deed(agent.timeSynchronization));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  return {
    /** What it knows and what was written to it; waits until these were written so often. */
    async clock({ writes = {} }) {
      for (let tries = 0; tries < 900; tries++) {
        const told = await act((it) => it.dump()).catch(() => undefined);
        if (told && Object.keys(writes).every((what) => told.writes[what] >= writes[what])) return told;
        await pause(20);
      }
      throw new Error("nobody wrote it");
    },

    async loseTime() {
      await act((it) => it.lose());
      return {};
    },
  };
}
