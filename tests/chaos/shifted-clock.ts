/** Loaded before a program (`node --import`): its clock is off by PORTREEVE_CLOCK_OFFSET_MS, as on a computer whose battery has died. */
const offsetMs = Number(process.env['PORTREEVE_CLOCK_OFFSET_MS'] ?? 0);

if (offsetMs !== 0) {
  const RealDate = Date;
  const realNow = Date.now.bind(Date);
  class ShiftedDate extends RealDate {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(realNow() + offsetMs);
      else super(...(given as [number])); // safe: handed on as it came
    }
    static override now(): number {
      return realNow() + offsetMs;
    }
  }
  globalThis.Date = ShiftedDate as DateConstructor; // safe: the same class but for the present moment
}
