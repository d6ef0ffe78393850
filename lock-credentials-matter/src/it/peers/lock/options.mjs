// What a lock is made of, by the JSON of its command line; README.md describes each.

const FEATURES = {
  PIN: "PinCredential",
  RID: "RfidCredential",
  FGP: "FingerCredentials",
  FACE: "FaceCredentials",
  DPS: "DoorPositionSensor",
  COTA: "CredentialOverTheAirAccess",
  USR: "User",
  WDSCH: "WeekDayAccessSchedules",
  YDSCH: "YearDayAccessSchedules",
  HDSCH: "HolidaySchedules",
  UBOLT: "Unbolting",
};

const DEFAULTS = {
  passcode: 20202021,
  discriminator: 3840,
  address: "::1",
  port: 0,
  interface: "lo",
  features: ["PIN", "RID", "COTA", "USR", "WDSCH", "YDSCH", "HDSCH", "DPS"],
  users: 20,
  pins: 20,
  rfids: 10,
  perUser: 5,
  pinLength: [4, 8],
  rfidLength: [4, 10],
  weekDays: 7,
  yearDays: 4,
  holidays: 4,
  requirePin: false,
  wrongCodeLimit: 5,
  plain: false,
  lifetimeSeconds: 900,
};

export function optionsOf(text) {
  const given = JSON.parse(text ?? "{}");
  const unknown = Object.keys(given).filter((name) => !(name in DEFAULTS) && name !== "storage");
  if (unknown.length > 0) throw new Error(`no such option: ${unknown}`);
  const options = { ...DEFAULTS, ...given };
  const other = options.features.filter((name) => !(name in FEATURES));
  if (other.length > 0) throw new Error(`no such feature: ${other}`);
  return options;
}

export const featureNames = ({ features }) => features.map((name) => FEATURES[name]);

/** The attributes of the DoorLock cluster, of those features that are there: matter.js refuses the others. */
export function attributesOf(options) {
  const has = (name) => options.features.includes(name);
  return {
    lockType: 0,
    lockState: 1,
    actuatorEnabled: true,
    operatingMode: 0,
    autoRelockTime: 0,
    ...(has("DPS") && { doorState: 1 }),
    ...(has("PIN") && {
      numberOfPinUsersSupported: options.pins,
      minPinCodeLength: options.pinLength[0],
      maxPinCodeLength: options.pinLength[1],
      requirePinForRemoteOperation: options.requirePin,
    }),
    ...(has("RID") && {
      numberOfRfidUsersSupported: options.rfids,
      minRfidCodeLength: options.rfidLength[0],
      maxRfidCodeLength: options.rfidLength[1],
    }),
    ...((has("PIN") || has("RID")) && { wrongCodeEntryLimit: options.wrongCodeLimit, userCodeTemporaryDisableTime: 1 }),
    ...(has("USR") && {
      numberOfTotalUsersSupported: options.users,
      numberOfCredentialsSupportedPerUser: options.perUser,
      credentialRulesSupport: { single: true, dual: true, tri: true },
    }),
    ...(has("WDSCH") && { numberOfWeekDaySchedulesSupportedPerUser: options.weekDays }),
    ...(has("YDSCH") && { numberOfYearDaySchedulesSupportedPerUser: options.yearDays }),
    ...(has("HDSCH") && { numberOfHolidaySchedulesSupported: options.holidays }),
  };
}
