// kill -9 at random moments under load: whatever was acknowledged is there exactly once, and the database opens.
//
//   COMITY_KILLS=200     how many kills (200)
//   COMITY_DURATION=600  or for how many seconds
//   COMITY_SEED=1        the moments, to try a run again
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demo, postgres } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';

const WRITERS = 8;
const pack = 'northampton';
const kills = Number(process.env.COMITY_KILLS ?? 200);
const seconds = process.env.COMITY_DURATION === undefined ? undefined : Number(process.env.COMITY_DURATION);
const seed = Number(process.env.COMITY_SEED ?? Date.now() % 1000000);

/** Numbers from 0 to 1, the same for the same seed. */
function random(state) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One who sends requests with keys of its own, and repeats what was not answered, as a careful script does. */
class Writer {
  constructor(number, visitor, service) {
    this.number = number;
    this.visitor = visitor;
    this.service = service;
    this.sent = 0;
    this.acknowledged = new Map(); // key -> reference
    this.unanswered = undefined; // key
  }

  fields(key) {
    return enquiry(pack, this.service, { subject: `Crash ${key}` });
  }

  async send(key) {
    const answer = await this.visitor.tryOpen('enquiry', this.fields(key), { key });
    assert.equal(answer.status, 201, answer.text);
    return answer.body.ref;
  }

  /** Until the server is gone; tells of each acknowledgement. */
  async work(done) {
    for (;;) {
      const key = this.unanswered ?? `${this.number}-${this.sent++}`;
      this.unanswered = key;
      try {
        this.acknowledged.set(key, await this.send(key));
      } catch (error) {
        if (error.name === 'AssertionError') throw error;
        return; // the connection broke: whether it was done is not known
      }
      this.unanswered = undefined;
      done();
    }
  }
}

test(
  `what was acknowledged survives ${seconds === undefined ? `${kills} kills` : `kills for ${seconds} seconds`}`,
  { timeout: 3600000 },
  async (t) => {
    const council = await demo({ pack });
    t.after(() => council.stop());
    t.diagnostic(`seed ${seed}`);
    const dice = random(seed);
    const { cast } = council;
    const people = cast.members.slice(0, WRITERS);
    const visitors = await Promise.all(people.map((person) => council.as(person)));
    const writers = visitors.map((visitor, i) => new Writer(i, visitor, cast.services[i % cast.services.length]));

    const end = seconds === undefined ? Infinity : Date.now() + seconds * 1000;
    let killed = 0;
    let work;
    while (seconds === undefined ? killed < kills : Date.now() < end) {
      // some acknowledgements and a moment later, so that a slow machine is killed at work too
      let wanted = Math.floor(dice() * 16);
      const enough = new Promise((resolve) => {
        const done = () => wanted-- > 0 || resolve();
        work = writers.map((writer) => writer.work(done));
      });
      await Promise.race([enough, ...work]);
      await new Promise((resolve) => setTimeout(resolve, dice() * 20));
      await council.server.kill();
      await Promise.all(work);
      await council.server.start();
      killed++;
      // what was acknowledged before the kill is still known under its key
      const writer = writers[killed % WRITERS];
      const [key, ref] = [...writer.acknowledged].at(-1) ?? [];
      if (key !== undefined) assert.equal(await writer.send(key), ref, `kill ${killed}: ${key} is done again`);
    }

    let acknowledged = 0;
    for (const writer of writers) {
      if (writer.unanswered !== undefined)
        writer.acknowledged.set(writer.unanswered, await writer.send(writer.unanswered));
      const rows = (await writer.visitor.list('&mine=1')).filter((row) => /^Crash /.test(row.title));
      const kept = new Map(rows.map((row) => [row.title.slice('Crash '.length), row.ref]));
      assert.equal(rows.length, kept.size, 'nothing was done twice');
      assert.deepEqual(
        [...kept].sort(),
        [...writer.acknowledged].sort(),
        'nothing was lost, and nothing came from nowhere',
      );
      acknowledged += kept.size;
      for (const [, ref] of [...kept].filter(() => dice() < 0.05)) {
        const record = await writer.visitor.read(ref);
        assert.equal(record.state, 'open');
        assert.equal(record.duties.length, 1, `${ref} has its duty`);
        assert.equal(record.timeline.length, 1);
      }
    }
    t.diagnostic(`${killed} kills, ${acknowledged} records acknowledged and kept`);
    assert.ok(acknowledged >= killed, 'there was load');

    const examined = await council.run('doctor', '--json');
    const findings = JSON.parse(examined.stdout).filter((say) => /database/i.test(say));
    assert.deepEqual(findings, [], postgres ? 'PostgreSQL' : 'SQLite');
  },
);
