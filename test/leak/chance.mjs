// Chance that can be had again: numbers out of a seed.
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, not including, `below` (mulberry32). */
  number(below) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  /** Once in so many times. */
  once(times) {
    return this.number(times) === 0;
  }

  of(list) {
    return list[this.number(list.length)];
  }

  shuffled(list) {
    const left = [...list];
    return list.map(() => left.splice(this.number(left.length), 1)[0]);
  }
}
